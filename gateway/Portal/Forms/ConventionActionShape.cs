namespace Reseau.Gateway.Portal.Forms;

/// <summary>How something that can be done with a convention looks on its page.</summary>
/// <param name="Method">The method of the contract, as <c>possible</c> names it.</param>
/// <param name="Word">Its word in the names of controls and in addresses.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Reason">Label of the reason that goes with it; null without one.</param>
/// <param name="ReasonRequired">Whether the reason must be there.</param>
/// <param name="Consequence">What happens when it is done.</param>
public sealed record ConventionActionShape(string Method, string Word, string Title, string? Reason, bool ReasonRequired, string Consequence)
{
    private const string ForOthers = "Raison, pour les autres parties";

    public static readonly ConventionActionShape Propose = new("ProposeConvention", "proposer", "Envoyer aux parties", null, false,
        "Le document est fixé tel qu’il est et envoyé aux parties, qui peuvent le signer. Vous pourrez encore le changer, mais les signatures données tomberaient.");

    public static readonly ConventionActionShape Renew = new("AmendConvention", "renouveler", "Commencer un renouvellement", null, false,
        "Un brouillon commence avec le même contenu, le lendemain de la fin et pour la même durée. Cette convention s’applique jusqu’à son terme.");

    /// <summary>Those the page offers as forms of their own, in their order; what is signed or written has a page.</summary>
    public static readonly IReadOnlyList<ConventionActionShape> All =
    [
        Propose,
        new("AmendConvention", "avenant", "Commencer un avenant", null, false,
            "Un brouillon commence avec le même contenu. Cette convention continue de s’appliquer jusqu’à ce que toutes les parties aient signé l’avenant, qui la remplace alors."),
        Renew,
        new("ResumeConvention", "reprendre", "Reprendre", null, false, "Tout ce que la convention autorise l’est de nouveau, tout de suite."),
        new("SuspendConvention", "suspendre", "Suspendre", ForOthers, true,
            "Tout ce que la convention autorise s’arrête tout de suite : plus aucune orientation ne part en son nom. Les orientations déjà envoyées suivent leur cours. Vous seuls pourrez la reprendre."),
        new("TerminateConvention", "terminer", "Arrêter avant le terme", ForOthers, true,
            "La convention prend fin tout de suite et pour toutes les parties. Cela ne s’annule pas : pour travailler de nouveau ensemble, il faudra une nouvelle convention."),
        new("WithdrawConvention", "retirer", "Retirer la convention", ForOthers, false,
            "Plus personne ne pourra la signer, et les signatures déjà données tombent. Cela ne s’annule pas."),
    ];

    /// <summary>Id of one of its controls: the same field exists in several forms of the page.</summary>
    public string Control(string field) => $"{field}-{Word}";
}
