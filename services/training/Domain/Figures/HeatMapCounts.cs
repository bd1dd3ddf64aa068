namespace Reseau.Training.Domain.Figures;

/// <summary>
/// What was counted for a heat map: cells of rows and columns, of which the first holds persons and the others holders of a skill each. Beside all
/// persons, those who are not of the institution that asks: they are what it must not recognise.
/// </summary>
public sealed class HeatMapCounts
{
    private readonly int[] _all;
    private readonly int[] _others;
    private readonly int[]? _othersByFunction;

    private HeatMapCounts(HeatMapQuestion asked, int sites, int institutions, int skills)
    {
        Asked = asked;
        Rows = asked.Rows switch { FigureRows.Institution => institutions, FigureRows.Function => FunctionSet.Largest + 1, FigureRows.Site => sites + 1, _ => throw new ArgumentOutOfRangeException(nameof(asked)) };
        Columns = skills + 1;
        _all = new int[Rows * Columns];
        _others = new int[Rows * Columns];
        // Where functions are chosen, what is left out tells as much as what is shown.
        if (!asked.Functions.IsAll && asked.Rows != FigureRows.Function) _othersByFunction = new int[Rows * Columns * (FunctionSet.Largest + 1)];
    }

    /// <summary>The question.</summary>
    public HeatMapQuestion Asked { get; }

    /// <summary>How many rows there may be: by number of institution or function, or of site with those who have none at the end.</summary>
    public int Rows { get; }

    /// <summary>Persons, then each skill by its number.</summary>
    public int Columns { get; }

    /// <summary>Counts once through all persons.</summary>
    /// <param name="persons">The persons.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="institutions">How many institutions have a number.</param>
    /// <param name="sites">How many sites.</param>
    /// <param name="skills">How many skills.</param>
    public static HeatMapCounts Of(ReadOnlySpan<CountedPerson> persons, HeatMapQuestion asked, int institutions, int sites, int skills)
    {
        var counts = new HeatMapCounts(asked, sites, institutions, skills);
        foreach (var person in persons)
        {
            if (!person.IsThere(asked.Day) || (asked.Only is { } only && person.Institution != only)) continue;
            switch (asked.Rows)
            {
                case FigureRows.Institution: counts.Add(person, person.Institution); break;
                case FigureRows.Function: counts.Add(person, person.Function); break;
                case FigureRows.Site when person.Sites.Length == 0: counts.Add(person, sites); break;
                default:
                    foreach (var site in person.Sites) counts.Add(person, site);
                    break;
            }
        }
        return counts;
    }

    /// <summary>Persons of a cell.</summary>
    public int All(int row, int column) => _all[(row * Columns) + column];

    /// <summary>Those of them who are not of the institution that asks.</summary>
    public int Others(int row, int column) => _others[(row * Columns) + column];

    /// <summary>The same for each function, the chosen ones or not; null when all are shown.</summary>
    public ArraySegment<int>? OthersByFunction(int row, int column) => _othersByFunction is null ? null
        : new(_othersByFunction, ((row * Columns) + column) * (FunctionSet.Largest + 1), FunctionSet.Largest + 1);

    private void Add(CountedPerson person, int row)
    {
        // Rows of functions are counted whole and chosen when they are told: together they are the network, whoever asks for some of them.
        var (shown, other) = (Asked.Rows == FigureRows.Function || Asked.Functions.Has(person.Function), person.Institution != Asked.Own);
        Add(person, row, column: 0, shown, other);
        foreach (var skill in person.Skills)
        {
            if (skill.Counts(Asked.Level, Asked.Declared)) Add(person, row, skill.Skill + 1, shown, other);
        }
    }

    private void Add(CountedPerson person, int row, int column, bool shown, bool other)
    {
        var cell = (row * Columns) + column;
        if (shown)
        {
            _all[cell]++;
            if (other) _others[cell]++;
        }
        if (other && _othersByFunction is { } functions) functions[(cell * (FunctionSet.Largest + 1)) + person.Function]++;
    }
}
