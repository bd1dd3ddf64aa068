using System.Globalization;

namespace Reseau.Load;

/// <summary>Measures as rows of a Markdown table: the median over the rounds of each figure.</summary>
internal static class Table
{
    public const string Head = """
        | what | asked/s | achieved/s | p50 ms | p90 ms | p99 ms | max ms | calls | errors |
        |---|---|---|---|---|---|---|---|---|
        """;

    /// <summary>Writes a part of the table.</summary>
    public static void Print(string rows) => Console.WriteLine(rows);

    public static string Row(string what, int rate, IReadOnlyList<Measure> rounds)
    {
        var errors = rounds.SelectMany(round => round.Errors).GroupBy(error => error.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Sum(error => error.Value)} {group.Key}").ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {rate} | {Median(rounds, round => round.AchievedRate):0.0} | {At(0.5):0.00} | {At(0.9):0.00} | {At(0.99):0.00} | {At(1):0.0} | {rounds.Sum(round => round.Count)} | {(errors.Count == 0 ? "0" : string.Join(", ", errors))} |");

        double At(double share) => Median(rounds, round => round.Percentile(share));
    }

    /// <summary>The middle of the rounds; of an even number, the higher of the two.</summary>
    public static double Median<T>(IReadOnlyCollection<T> rounds, Func<T, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
