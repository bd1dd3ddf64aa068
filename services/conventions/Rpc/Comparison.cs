using System.Globalization;
using Reseau.Conventions.Documents;
using Reseau.Conventions.Domain;
using Contract = Reseau.Conventions.V1;
using Fate = Reseau.Conventions.V1.PartComparison.Types.Fate;

namespace Reseau.Conventions.Rpc;

/// <summary>What changed between two versions, part by part: clauses as they are read, and the other terms in the words of the document.</summary>
internal static class Comparison
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private sealed record Part(string Key, string Title, string Text);

    /// <summary>Compares two contents of a convention.</summary>
    public static IEnumerable<Contract.PartComparison> Compare(Convention convention, ConventionContent before, ConventionContent after)
    {
        var (old, now) = (Parts(convention, before), Parts(convention, after));
        var known = old.ToDictionary(part => part.Key, StringComparer.Ordinal);
        foreach (var part in now) yield return Compare(known.GetValueOrDefault(part.Key), part);
        foreach (var part in old.Where(part => now.TrueForAll(other => other.Key != part.Key))) yield return Compare(part, null);
    }

    private static Contract.PartComparison Compare(Part? before, Part? after)
    {
        var compared = new Contract.PartComparison { Key = (after ?? before)!.Key, Title = (after ?? before)!.Title };
        compared.Fate = (before, after) switch { (null, _) => Fate.Added, (_, null) => Fate.Removed, _ => before == after ? Fate.Same : Fate.Changed };
        compared.Pieces.AddRange(TextComparison.Compare(before?.Text ?? "", after?.Text ?? "").Select(piece => new Contract.TextPiece { Change = (Contract.TextPiece.Types.Change)piece.Change, Text = piece.Text }));
        return compared;
    }

    private static List<Part> Parts(Convention convention, ConventionContent content)
    {
        var text = DocumentText.Of(convention, content, 0, signBefore: null);
        List<Part> terms =
        [
            new("terms.title", "", text.Title),
            new("terms.parties", "", Lines(text.Parties.Select(party => Words(party.DisplayName, party.Called, party.Signatory, party.Function, party.Mandate)))),
            new("terms.dates", "", Lines([$"Du {Day(text.StartDate)} au {Day(text.EndDate)}", $"Préavis : {text.NoticeDays} jours", $"À signer avant : {Day(content.SignBefore)}"])),
            new("terms.commitments", "", Lines(text.Commitments.Select(one => Words(one.Party, one.Text, one.Due is { } due ? Day(due) : "", one.IsCondition ? "condition préalable" : "", one.Referent)))),
            new("terms.steps", "", Lines(text.Steps.Select(step => Words(step.Label, step.Planned is { } day ? Day(day) : "")))),
            new("terms.financing", "", text.Financing is not { } plan ? "" : Lines(
                plan.Costs.Select(cost => $"{cost.Year} : {cost.Label}, {cost.Quantity} × {Euros(cost.UnitCents)}")
                    .Concat(plan.Fundings.Select(funding => Words($"{funding.Year} : {funding.Funder}", Euros(funding.PlannedCents), funding.ShareBasisPoints > 0 ? $"{(funding.ShareBasisPoints / 100m).ToString("0.##", French)} %" : ""))))),
            new("terms.referrals", "", Lines(text.ReferralTerms.SelectMany(one => one.Lines.Prepend($"De {one.From} vers {one.To}")))),
        ];
        return [.. Clauses.Read(content).Select(clause => new Part(clause.Key, clause.Title, clause.Text)), .. terms.Where(part => part.Text.Length > 0)];
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Words(params IEnumerable<string> words) => string.Join(", ", words.Where(word => word.Length > 0));

    private static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", French) ?? "(non fixé)";

    private static string Euros(long cents) => (cents / 100m).ToString("N2", French) + " €";
}
