using Reseau.Kernel;

namespace Reseau.Training.Domain.Campaigns;

/// <summary>What a group answered to a question, with what of it is not the reader's own.</summary>
/// <param name="Key">Name of the group; empty for those that are not known.</param>
/// <param name="All">What all of it answered.</param>
/// <param name="Others">What those answered of whom the reader may not know; none when all of it is their own.</param>
public sealed record CountedAnswers(string Key, TallyLine All, TallyLine Others);

/// <summary>What a group answered to a question, as it may be told; null = withheld.</summary>
/// <param name="Key">Name of the group; empty for those that are not known.</param>
/// <param name="Answers">How many answered.</param>
/// <param name="Counts">How many chose each.</param>
public sealed record ToldAnswers(string Key, int? Answers, IReadOnlyList<int?> Counts);

/// <summary>
/// What may be told of the answers to a question. Small counts are withheld, and what would give them away: the rest of a column of which the total is told,
/// the rest of a row of which the choices add up to those who answered, how many did not choose what others did, and all of a row of few. Withholding
/// in a row may take more in a column, and the reverse, until nothing more is to be taken.
/// </summary>
public sealed class ResultTable
{
    // Rows, then the total; in each, those who answered, then each choice.
    private readonly CountedAnswers[] _lines;
    private readonly bool[][] _hidden;
    private readonly int _columns;
    private readonly bool _exclusive;

    private ResultTable(IReadOnlyList<CountedAnswers> rows, CountedAnswers total, int choices, bool exclusive)
    {
        (_lines, _columns, _exclusive) = ([.. rows, total], choices + 1, exclusive);
        _hidden = [.. _lines.Select(_ => new bool[_columns])];
    }

    private int Total => _lines.Length - 1;

    /// <summary>The rows and the total, less what must not be told.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="total">All of them together; somebody may be in two rows.</param>
    /// <param name="choices">How many choices there are.</param>
    /// <param name="exclusive">Whether choosing one excludes the others.</param>
    public static (IReadOnlyList<ToldAnswers> Rows, ToldAnswers Total) Tell(IReadOnlyList<CountedAnswers> rows, CountedAnswers total, int choices, bool exclusive)
    {
        var table = new ResultTable(rows, total, choices, exclusive);
        // Each round hides something, or is the last.
        bool more;
        do more = table.HideMore();
        while (more);
        var told = Enumerable.Range(0, table._lines.Length).Select(table.Told).ToList();
        return (told[..^1], told[^1]);
    }

    private bool HideMore()
    {
        var before = Hidden();
        for (var column = 0; column < _columns; column++) HideInColumn(column);
        for (var line = 0; line < _lines.Length; line++) HideInLine(line);
        return Hidden() > before;
    }

    private int Hidden() => _hidden.Sum(line => line.Count(hidden => hidden));

    private void HideInColumn(int column)
    {
        int[] parts = [.. Enumerable.Range(0, Total).Select(row => Others(row, column))];
        bool[] already = [.. Enumerable.Range(0, Total).Select(row => _hidden[row][column])];
        // A total that is withheld must not be the sum of what is told.
        if (_hidden[Total][column] && SmallestTold(parts, already) is { } smallest && !parts.Where((part, row) => part > 0 && already[row]).Any()) already[smallest] = true;
        var withheld = Suppression.Withheld(parts, already);
        for (var row = 0; row < Total; row++) _hidden[row][column] |= withheld[row];
        if (GivesAway(parts, withheld)) _hidden[Total][column] = true;
    }

    private void HideInLine(int line)
    {
        var hidden = _hidden[line];
        var answered = Others(line, 0);
        hidden[0] |= Suppression.IsSmall(answered);
        int[] parts = [.. Enumerable.Range(1, _columns - 1).Select(column => Others(line, column))];
        for (var choice = 0; choice < parts.Length; choice++)
            hidden[choice + 1] |= hidden[0] || Suppression.IsSmall(parts[choice]) || Suppression.IsSmall(answered - parts[choice]);
        if (hidden[0] || !_exclusive) return;
        var withheld = Suppression.Withheld(parts, hidden[1..]);
        for (var choice = 0; choice < parts.Length; choice++) hidden[choice + 1] |= withheld[choice];
        // Who is left of those who answered chose the one that is not told.
        if (GivesAway(parts, withheld)) Array.Fill(hidden, value: true);
    }

    // What is missing is one part, or so few: who is told the whole knows it.
    private static bool GivesAway(int[] parts, bool[] withheld)
    {
        var missing = parts.Where((part, place) => withheld[place] && part > 0).ToList();
        return missing.Count == 1 || Suppression.IsSmall(missing.Sum());
    }

    private static int? SmallestTold(int[] parts, bool[] withheld)
    {
        var told = Enumerable.Range(0, parts.Length).Where(place => parts[place] > 0 && !withheld[place]).ToList();
        return told.Count == 0 ? null : told.MinBy(place => parts[place]);
    }

    private int Others(int line, int column) => CountOf(_lines[line].Others, column);

    private ToldAnswers Told(int line)
    {
        int? Count(int column) => _hidden[line][column] ? null : CountOf(_lines[line].All, column);
        return new(_lines[line].Key, Count(0), [.. Enumerable.Range(1, _columns - 1).Select(Count)]);
    }

    private static int CountOf(TallyLine line, int column)
    {
        if (column == 0) return line.Answers;
        return column <= line.Counts.Count ? line.Counts[column - 1] : 0;
    }
}
