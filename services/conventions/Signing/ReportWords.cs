using System.Globalization;
using Reseau.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>The journal's names and times in French.</summary>
internal static class ReportWords
{
    /// <summary>Coordinated universal time: the hour of Paris would need tables that change.</summary>
    public static string Time(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{FrenchWords.Day(DateOnly.FromDateTime(time.UtcDateTime))} à {time.UtcDateTime:HH':'mm':'ss} UTC");

    public static string Names(IEnumerable<JournalParty> parties) => string.Join(", ", parties.Select(party => party.Name));

    public static string Of(JournalEvent what) => what switch
    {
        JournalEvent.Proposed => "proposée à la signature",
        JournalEvent.Revised => "modifiée : nouvelle version, signatures à redonner",
        JournalEvent.PartySigned => "signée",
        JournalEvent.Completed => "signée par toutes les parties",
        JournalEvent.Declined => "refusée",
        JournalEvent.Withdrawn => "retirée",
        JournalEvent.Suspended => "suspendue",
        JournalEvent.Resumed => "reprise",
        JournalEvent.Terminated => "résiliée",
        JournalEvent.Expired => "arrivée à son terme",
        JournalEvent.Superseded => "remplacée",
        _ => $"{what}",
    };

    public static string Method(string method) => method switch
    {
        "re-authentication" => "nouvelle identification au moment de signer",
        "" => "–",
        _ => method,
    };

    /// <summary>A code in groups, as people compare them.</summary>
    public static string Groups(string code) => string.Join(' ', code.Chunk(8).Select(group => new string(group)));
}
