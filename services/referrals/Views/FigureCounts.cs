namespace Reseau.Referrals.Views;

/// <summary>The figures of some referrals.</summary>
/// <param name="Counts">What is counted.</param>
/// <param name="Response">Business minutes to the first yes or no.</param>
/// <param name="Contact">Minutes from acceptance to meeting.</param>
/// <param name="Outcome">Minutes from acceptance to outcome.</param>
/// <param name="Refusals">Refusals by coded reason, most frequent first.</param>
public sealed record FigureCounts(
    GroupCounts Counts, DelayCounts Response, DelayCounts Contact, DelayCounts Outcome, IReadOnlyList<(string Reason, int Count)> Refusals);
