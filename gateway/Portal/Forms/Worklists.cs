using static Reseau.Referrals.V1.ListReferralsRequest.Types;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The lists of each side, in the order of the work, with the word that stands for them in addresses.</summary>
public static class Worklists
{
    public static readonly IReadOnlyList<(string Word, Worklist List)> Received =
    [
        ("a-repondre", Worklist.ToAnswer),
        ("a-planifier", Worklist.ToBook),
        ("en-cours", Worklist.UnderWay),
        ("closes", Worklist.ReceivedClosed),
    ];

    public static readonly IReadOnlyList<(string Word, Worklist List)> Sent =
    [
        ("sans-reponse", Worklist.SentUnanswered),
        ("en-cours", Worklist.SentUnderWay),
        ("closes", Worklist.SentClosed),
    ];
}
