using Reseau.Kernel;
using Reseau.Training.Domain.Figures;

namespace Reseau.Training.Tests.Figures;

/// <summary>Who is counted where, and what of it must not be told.</summary>
public sealed class DrawingAHeatMap
{
    private const int Day = 700_000;
    private const int Institutions = 4;
    private const int Sites = 5;
    private const int Skills = 3;
    private const int Reader = 0;

    [Fact]
    public void Each_row_counts_who_is_there_today_and_from_which_level_they_hold_what()
    {
        CountedPerson[] persons =
        [
            Person(1, 1, [0, 2], (0, 0, 1), (1, 3, 0)),
            Person(1, 2, [2], (0, 0, 2)),
            Person(2, 1, [], (2, 1, 3)),
            Person(2, 1, [], (0, 0, 3)) with { LastDay = Day - 1 },
            Person(2, 1, [], (0, 0, 3)) with { FirstDay = Day + 1 },
        ];

        Assert.Equal(["1: 2 2 0 0", "2: 1 0 0 1"], Lines(persons, Asked(FigureRows.Institution)));
        Assert.Equal(["1: 2 1 0 1", "2: 1 1 0 0"], Lines(persons, Asked(FigureRows.Function)));
        // Who works at two sites counts at both; who works nowhere in particular, in the last row.
        Assert.Equal(["0: 1 1 0 0", "2: 2 2 0 0", "5: 1 0 0 1"], Lines(persons, Asked(FigureRows.Site)));
        Assert.Equal(["1: 2 1 0 0", "2: 1 0 0 1"], Lines(persons, Asked(FigureRows.Institution) with { Level = 2 }));
        Assert.Equal(["1: 2 2 1 0", "2: 1 0 0 1"], Lines(persons, Asked(FigureRows.Institution) with { Declared = true }));
        Assert.Equal(["1: 1 1 0 0"], Lines(persons, Asked(FigureRows.Institution) with { Functions = FunctionSet.Of([2]) }));
        Assert.Equal(["2: 1 0 0 1"], Lines(persons, Asked(FigureRows.Institution) with { Only = 2 }));
        Assert.Empty(Lines(persons, Asked(FigureRows.Institution) with { Only = -1 }));
    }

    [Fact]
    public void Whoever_asks_sees_all_of_their_own_and_small_counts_of_nobody_else()
    {
        CountedPerson[] persons = [.. Some(3, 0, holding: 2), .. Some(9, 1, holding: 6), .. Some(12, 2, holding: 2), .. Some(8, 3, holding: 5)];

        // 2 of 12 are few; without the next smallest, 5 of 8, they would be the network's total less the others.
        Assert.Equal(["0: 3 2 0 0", "1: 9 6 0 0", "2: 12 . 0 0", "3: 8 . 0 0"], Told(persons, Asked(FigureRows.Institution)));
    }

    [Fact]
    public void Of_a_row_with_few_persons_nothing_is_told()
    {
        CountedPerson[] persons = [.. Some(4, 1, holding: 0), .. Some(9, 2, holding: 9), .. Some(30, 3, holding: 20)];

        // That none of the four holds a skill would be said of each of them.
        Assert.Equal(["1: . . . .", "2: . . . .", "3: 30 20 0 0"], Told(persons, Asked(FigureRows.Institution)));
    }

    [Fact]
    public void In_a_row_with_people_of_one_s_own_only_the_others_count_as_few()
    {
        CountedPerson[] persons = [.. Some(10, Reader, holding: 3), .. Some(10, 1, holding: 2), .. Some(10, 1, holding: 7, function: 2), .. Some(6, Reader, holding: 2, function: 3)];

        Assert.Equal(["1: 20 . 0 0", "2: 10 . 0 0", "3: 6 2 0 0"], Told(persons, Asked(FigureRows.Function)));
    }

    [Fact]
    public void Choosing_functions_gives_away_none_of_those_that_are_few()
    {
        // Of institution 1, two reception agents hold the skill, six social workers and eleven librarians.
        CountedPerson[] persons = [.. Some(9, 1, 2, function: 1), .. Some(9, 1, 6, function: 2), .. Some(15, 1, 11, function: 7), .. Some(90, 2, 70, function: 1), .. Some(90, 2, 70, function: 2), .. Some(90, 2, 70, function: 7)];
        string Cell(params int[] functions) => Told(persons, Asked(FigureRows.Institution) with { Functions = FunctionSet.Of(functions) })[0].Split(' ')[2];

        Assert.Equal("19", Cell());
        Assert.Equal((".", ".", "11"), (Cell(1), Cell(2), Cell(7)));
        // The librarians with one of the two are no small count, and less the librarians they would be that one.
        Assert.Equal((".", "."), (Cell(1, 7), Cell(2, 7)));
        Assert.Equal(("8", "19"), (Cell(1, 2), Cell(1, 2, 7)));
    }

    [Fact]
    public void Choosing_functions_shows_fewer_rows_of_functions_and_withholds_the_same()
    {
        CountedPerson[] persons = [.. Some(10, 1, holding: 2), .. Some(10, 1, holding: 7, function: 2), .. Some(20, 1, holding: 20, function: 7)];
        var all = Told(persons, Asked(FigureRows.Function));

        Assert.Equal(["1: 10 . 0 0", "2: 10 . 0 0", "7: 20 20 0 0"], all);
        Assert.Equal(all, Told(persons, Asked(FigureRows.Function) with { Functions = FunctionSet.Of([2]) }));
    }

    [Fact]
    public void Whatever_the_people_no_small_count_is_told_nor_the_rest_of_a_column()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 300; round++)
        {
            CountedPerson[] persons = [.. Enumerable.Range(0, random.Next(1, 120)).Select(_ => Person(random.Next(Institutions), random.Next(1, 4), [random.Next(Sites)], (random.Next(Skills), 0, random.Next(4))))];
            var counts = Count(persons, Asked((FigureRows)random.Next(1, 4)) with { Functions = random.Next(2) == 0 ? FunctionSet.All : FunctionSet.Of([random.Next(1, 4)]) });
            var hidden = HeatMapSuppression.Of(counts);
            for (var column = 0; column < counts.Columns; column++)
            {
                int[] rows = [.. Enumerable.Range(0, counts.Rows)];
                int[] missing = [.. rows.Where(row => hidden.Hides(row, column)).Select(row => counts.Others(row, column))];
                int[] told = [.. rows.Where(row => !hidden.Hides(row, column)).Select(row => counts.Others(row, column))];
                Assert.All(told, count => Assert.False(Suppression.IsSmall(count)));
                if (missing.Length == 1 || Suppression.IsSmall(missing.Sum())) Assert.All(told, count => Assert.Equal(0, count));
            }
        }
    }

    private static HeatMapQuestion Asked(FigureRows rows) => new(rows, Level: 1, Declared: false, FunctionSet.All, Day) { Own = Reader };

    private static HeatMapCounts Count(CountedPerson[] persons, HeatMapQuestion asked) => HeatMapCounts.Of(persons, asked, Institutions, Sites, Skills);

    private static string[] Lines(CountedPerson[] persons, HeatMapQuestion asked)
    {
        var counts = Count(persons, asked);
        return [.. Rows(counts).Select(row => $"{row}: {string.Join(' ', Columns(counts).Select(column => counts.All(row, column)))}")];
    }

    private static string[] Told(CountedPerson[] persons, HeatMapQuestion asked)
    {
        var counts = Count(persons, asked);
        var hidden = HeatMapSuppression.Of(counts);
        return [.. Rows(counts).Select(row => $"{row}: {string.Join(' ', Columns(counts).Select(column => hidden.Hides(row, column) ? "." : $"{counts.All(row, column)}"))}")];
    }

    private static IEnumerable<int> Rows(HeatMapCounts counts) => Enumerable.Range(0, counts.Rows).Where(row => counts.All(row, 0) > 0);

    private static IEnumerable<int> Columns(HeatMapCounts counts) => Enumerable.Range(0, counts.Columns);

    private static IEnumerable<CountedPerson> Some(int count, int institution, int holding, int function = 1) =>
        Enumerable.Range(0, count).Select(number => number < holding ? Person(institution, function, [], (0, 0, 1)) : Person(institution, function, []));

    private static CountedPerson Person(int institution, int function, int[] sites, params (int Skill, int Declared, int Evidenced)[] skills) =>
        new(institution, function, 0, int.MaxValue) { Sites = sites, Skills = [.. skills.Select(skill => new CountedSkill(skill.Skill, skill.Declared, skill.Evidenced))] };
}
