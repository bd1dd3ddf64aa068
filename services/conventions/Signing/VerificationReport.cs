using Reseau.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>What a verification found, the worst first.</summary>
/// <param name="Findings">All of it.</param>
/// <param name="Journal">The journal, as far as it could be read; null otherwise.</param>
public sealed record VerificationReport(IReadOnlyList<Finding> Findings, Journal? Journal)
{
    /// <summary>Whether nothing speaks against relying on the evidence: intact, and signed by all its parties by the rules.</summary>
    public bool IsValid => !Findings.Any(finding => finding.IsAlert);

    /// <summary>The report in French, for a person.</summary>
    public string ToText() => PartsAsText.Of(Parts());

    private IEnumerable<DocumentPart> Parts()
    {
        yield return new HeadingPart(1, IsValid ? "Dossier de preuve vérifié : aucune anomalie" : "Dossier de preuve : ANOMALIES");
        var alerts = Findings.Where(finding => finding.IsAlert).Select(Line).ToList();
        if (alerts.Count > 0)
        {
            yield return new HeadingPart(2, "Anomalies");
            yield return new ListPart(alerts);
        }
        var notes = Findings.Where(finding => !finding.IsAlert).Select(Line).ToList();
        if (notes.Count > 0)
        {
            yield return new HeadingPart(2, "À savoir");
            yield return new ListPart(notes);
        }
        if (Journal is null) yield break;
        yield return new HeadingPart(1, $"Ce que dit le journal : {JournalReplay.Of(Journal).Terms?.Title}");
        foreach (var part in EvidenceReport.Account(Journal)) yield return part;
        if (!IsValid) yield break;
        foreach (var part in EvidenceReport.Worth()) yield return part;
    }

    private static string Line(Finding finding) => $"{finding.Message} [{finding.Code}]";
}
