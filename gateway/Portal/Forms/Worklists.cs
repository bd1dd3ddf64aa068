using static Reseau.Referrals.V1.ListReferralsRequest.Types;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The lists of each side, in the order of the work, with the word that stands for them in addresses.</summary>
public static class Worklists
{
    public static readonly IReadOnlyList<(string Word, Worklist List)> Received =
    [
        ("a-repondre", Worklist.ToAnswer),
        ("en-retard", Worklist.Overdue),
        ("a-planifier", Worklist.ToBook),
        ("rendez-vous-du-jour", Worklist.AppointmentsToday),
        ("en-cours", Worklist.UnderWay),
        ("question-posee", Worklist.WaitingForSender),
        ("en-attente", Worklist.OnHold),
        ("closes", Worklist.ReceivedClosed),
    ];

    public static readonly IReadOnlyList<(string Word, Worklist List)> Sent =
    [
        ("sans-reponse", Worklist.SentUnanswered),
        ("en-retard", Worklist.SentOverdue),
        ("a-completer", Worklist.SentToComplete),
        ("rendez-vous-du-jour", Worklist.SentAppointmentsToday),
        ("en-cours", Worklist.SentUnderWay),
        ("en-attente", Worklist.SentOnHold),
        ("brouillons", Worklist.SentDrafts),
        ("closes", Worklist.SentClosed),
    ];
}
