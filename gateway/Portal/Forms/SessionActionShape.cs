namespace Reseau.Gateway.Portal.Forms;

/// <summary>How something that its organiser can do with a session looks on its page.</summary>
/// <param name="Method">The method of the contract, as <c>possible</c> names it.</param>
/// <param name="Word">Its word in the names of controls and in addresses.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Reason">Label of the reason that goes with it; null without one.</param>
/// <param name="Consequence">What happens when it is done.</param>
public sealed record SessionActionShape(string Method, string Word, string Title, string? Reason, string Consequence)
{
    public static readonly SessionActionShape Open = new("OpenSession", "ouvrir", "Ouvrir aux inscriptions", null,
        "La session paraît au calendrier et l’on peut s’y inscrire. Vous pourrez encore la changer jusqu’à son début.");

    /// <summary>Those the page offers as forms of their own, in their order.</summary>
    public static readonly IReadOnlyList<SessionActionShape> All =
    [
        Open,
        new("CloseSession", "clore", "Terminer la session", null,
            "Les présences sont arrêtées. Qui a suivi toutes les demi-journées reçoit son attestation, les compétences et les habilitations de la formation. Cela ne s’annule pas."),
        new("CancelSession", "annuler", "Annuler la session", "Raison, pour les personnes inscrites",
            "Elle n’aura pas lieu et toutes les inscriptions tombent. Cela ne s’annule pas : il faudra en organiser une autre."),
    ];

    /// <summary>Id of one of its controls: the same field exists in several forms of the page.</summary>
    public string Control(string field) => $"{field}-{Word}";
}
