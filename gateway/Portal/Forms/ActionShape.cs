using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>How an action looks on the page of a referral.</summary>
/// <param name="Action">The action of the contract.</param>
/// <param name="Word">Its word in the names of controls.</param>
/// <param name="Message">Label of the message that goes with it; null without message.</param>
/// <param name="MessageRequired">Whether the message must be there.</param>
/// <param name="Explanation">What happens when it is done.</param>
public sealed record ActionShape(Action Action, string Word, string? Message, bool MessageRequired, string Explanation)
{
    private const string ForSender = "Message pour l’institution qui oriente";
    private const string ForRecipient = "Message pour l’institution destinataire";
    private const string ForBoth = "Ce qui était inexact, pour les deux institutions";

    /// <summary>A note: at hand below the thread, not among the answers.</summary>
    public static readonly ActionShape Note = new(Action.Note, "noter", "Note", true, "Rien ne change d’état.");

    /// <summary>The one that has a form of its own: the next services are looked for.</summary>
    public static readonly ActionShape Redirect = new(Action.Redirect, "reorienter", "Message pour l’institution qui oriente et pour le nouveau service", false,
        "La demande part vers un autre service avec le même dossier et, si l’accord de la personne le permet, les documents que l’institution qui oriente a partagés : rien n’est à ressaisir, et elle continue de la suivre.");

    /// <summary>All of them, in the order of the work.</summary>
    public static readonly IReadOnlyList<ActionShape> All =
    [
        new(Action.Acknowledge, "accuser-reception", null, false, "Dit à l’institution qui oriente que vous avez lu sa demande."),
        new(Action.Accept, "accepter", ForSender, false, "Vous prenez la personne en charge."),
        new(Action.RequestInformation, "demander-precision", ForSender, true, "Le temps de la réponse, l’orientation attend de leur côté."),
        new(Action.ProvideInformation, "repondre-precision", ForRecipient, true, "L’institution destinataire reprend l’orientation là où elle en était."),
        new(Action.Waitlist, "mettre-en-attente", ForSender, false, "Vous n’avez pas de place aujourd’hui et gardez la personne en file jusqu’à la date indiquée."),
        new(Action.Start, "commencer", ForSender, false, "Vous accompagnez déjà la personne, sans rendez-vous."),
        new(Action.Schedule, "planifier", null, false, "L’institution qui oriente voit la date et le lieu."),
        new(Action.Attended, "venue", ForSender, false, "La personne a été reçue."),
        new(Action.CancelAppointment, "annuler-rendez-vous", ForSender, false, "Vous pourrez fixer un autre rendez-vous."),
        new(Action.NoShow, "absence", ForSender, false, "Vous pourrez fixer un autre rendez-vous."),
        new(Action.Hold, "suspendre", ForSender, true, "L’accompagnement s’arrête un temps ; dites pourquoi et jusqu’à quand."),
        new(Action.Resume, "reprendre", ForSender, false, "L’accompagnement reprend là où il en était."),
        new(Action.Complete, "cloturer", ForSender, false, "Dites ce qui a été fait : l’orientation est terminée."),
        new(Action.Decline, "refuser", ForSender, false, "Dites pourquoi, et si possible vers qui se tourner."),
        Redirect,
        new(Action.ConfirmCancellation, "confirmer-annulation", ForSender, false, "L’orientation s’arrête comme demandé."),
        new(Action.Cancel, "annuler", ForRecipient, false, "Personne n’a encore répondu : l’orientation s’arrête tout de suite."),
        new(Action.Void, "retirer", ForRecipient, false, "Elle a été saisie par erreur : elle ne compte plus dans les chiffres."),
        new(Action.Reopen, "rouvrir", ForSender, true, "Possible dans les 30 jours, tant que l’accord de la personne est valable."),
        new(Action.WithdrawConsent, "retirer-accord", null, false,
            "Ses données sont effacées tout de suite, pour votre institution et pour celle avec qui vous l’échangez ; l’historique reste, sans contenu. Une orientation en cours s’arrête."),
        new(Action.Correct, "rectifier", ForBoth, true, "Ce qui était inexact reste dans l’historique, suivi de votre rectification."),
        Note,
        new(Action.RequestCancellation, "demander-annulation", ForRecipient, true, "Le travail a commencé : l’institution destinataire confirmera l’arrêt."),
    ];

    /// <summary>Id of one of its controls: the same field exists in several forms of the page.</summary>
    public string Control(string field) => $"{field}-{Word}";
}
