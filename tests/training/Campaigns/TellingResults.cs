using System.Globalization;
using Reseau.Kernel;
using Reseau.Training.Domain.Campaigns;

namespace Reseau.Training.Tests.Campaigns;

/// <summary>What may be told of answers: nothing small, and nothing that gives it away.</summary>
public sealed class TellingResults
{
    [Fact]
    public void Small_counts_are_withheld_with_the_rest_of_their_row_and_column() => Assert.Equal(
        // Two of the second row chose the second option. With them goes the next smallest of that column, r0; in both rows somebody else, and in the columns of these others again.
        ["r0 40: - - 20", "r1 30: - - -", "r2 50: 30 - -", " 120: 63 22 35"],
        Told(exclusive: true, [[15, 5, 20], [18, 2, 10], [30, 15, 5]]));

    [Fact]
    public void Nobody_of_a_row_of_few_is_told_of_not_even_that_there_is_none() => Assert.Equal(
        ["r0 -: - -", "r1 -: - -", "r2 60: 30 30", " 103: - -"], Told(exclusive: true, [[3, 0], [19, 21], [30, 30]]));

    [Fact]
    public void Of_several_choices_who_did_not_choose_what_all_others_did_is_withheld_too() => Assert.Equal(
        ["r0 20: - 9", "r1 40: 25 12", "r2 30: - 14", " 90: 53 35"], Told(exclusive: false, [[18, 9], [25, 12], [10, 14]], answers: [20, 40, 30]));

    [Fact]
    public void Ones_own_is_told_whatever_it_counts()
    {
        var own = new CountedAnswers("", new(3, [1, 2]), new(0, []));

        var (rows, total) = ResultTable.Tell([own], own, choices: 2, exclusive: true);

        Assert.Equal([3, 1, 2, 3, 1, 2], rows.Append(total).SelectMany(line => line.Counts.Prepend(line.Answers)));
    }

    [Fact]
    public void Words_are_counted_and_the_few_who_wrote_withheld() => Assert.Equal(["r0 -: ", "r1 -: ", "r2 14: ", " 26: "], Told(exclusive: false, [[], [], []], answers: [4, 8, 14]));

    [Fact]
    public void Whatever_the_numbers_what_is_told_gives_no_small_count_away()
    {
        var chance = new Random(2026);
        for (var round = 0; round < 2000; round++)
        {
            var (choices, exclusive) = (chance.Next(1, 5), chance.Next(2) == 0);
            var rows = Enumerable.Range(0, chance.Next(1, 6)).Select(_ =>
            {
                int[] counts = [.. Enumerable.Range(0, choices).Select(_ => chance.Next(3) == 0 ? 0 : chance.Next(chance.Next(1, 25)))];
                return (Answers: exclusive ? counts.Sum() : counts.Max() + chance.Next(8), Counts: counts);
            }).ToList();

            var (told, total) = ResultTable.Tell([.. rows.Select((row, place) => Line($"r{place}", row.Answers, row.Counts))],
                Line("", rows.Sum(row => row.Answers), [.. Enumerable.Range(0, choices).Select(choice => rows.Sum(row => row.Counts[choice]))]), choices, exclusive);

            var cells = told.Append(total).Select(line => (int?[])[line.Answers, .. line.Counts]).ToArray();
            var real = rows.Select(row => (int[])[row.Answers, .. row.Counts]).ToList();
            real.Add([.. Enumerable.Range(0, choices + 1).Select(column => real.Sum(line => line[column]))]);
            Check(cells, [.. real], exclusive, round);
        }
    }

    // Who reads solves what can be solved: a row or column with one unknown is its whole less the rest. What is left unknown in each must be several, five together.
    private static void Check(int?[][] cells, int[][] real, bool exclusive, int round)
    {
        var (last, columns) = (cells.Length - 1, cells[0].Length);
        for (var line = 0; line <= last; line++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (cells[line][column] is not { } told) continue;
                Assert.Equal(real[line][column], told);
                Assert.False(Suppression.IsSmall(told), $"Round {round}: {told} at {line}, {column}");
            }
        }
        bool solved;
        do
        {
            solved = false;
            for (var column = 0; column < columns; column++)
                solved |= Solve([.. Enumerable.Range(0, last).Select(line => (line, column))], (last, column), cells, real, round);
            for (var line = 0; exclusive && line <= last; line++)
                solved |= Solve([.. Enumerable.Range(1, columns - 1).Select(column => (line, column))], (line, 0), cells, real, round);
        }
        while (solved);
    }

    private static bool Solve(IReadOnlyList<(int Line, int Column)> parts, (int Line, int Column) whole, int?[][] cells, int[][] real, int round)
    {
        var unknown = parts.Where(part => cells[part.Line][part.Column] is null).ToList();
        if (cells[whole.Line][whole.Column] is null)
        {
            if (unknown.Count > 0) return false;
            var sum = real[whole.Line][whole.Column];
            Assert.False(Suppression.IsSmall(sum), $"Round {round}: the sum {sum} of what is told");
            cells[whole.Line][whole.Column] = sum;
            return true;
        }
        if (unknown.Count == 0) return false;
        var left = unknown.Sum(part => real[part.Line][part.Column]);
        Assert.False(Suppression.IsSmall(left), $"Round {round}: {left} are left of {whole}");
        if (unknown.Count > 1) return false;
        cells[unknown[0].Line][unknown[0].Column] = left;
        return true;
    }

    private static IEnumerable<string> Told(bool exclusive, int[][] counts, int[]? answers = null)
    {
        var rows = counts.Select((row, place) => Line($"r{place}", answers?[place] ?? row.Sum(), row)).ToList();
        var sums = Enumerable.Range(0, counts[0].Length).Select(choice => counts.Sum(row => row[choice])).ToArray();
        var (told, all) = ResultTable.Tell(rows, Line("", rows.Sum(row => row.All.Answers), sums), counts[0].Length, exclusive);
        return told.Append(all).Select(line => $"{line.Key} {Number(line.Answers)}: {string.Join(' ', line.Counts.Select(Number))}");
    }

    private static CountedAnswers Line(string key, int answers, int[] counts) => new(key, new(answers, [.. counts]), new(answers, [.. counts]));

    private static string Number(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
