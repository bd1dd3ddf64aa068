namespace Reseau.Training.Domain.Figures;

/// <summary>What rows of figures stand for; numbers are those of the contract.</summary>
public enum FigureRows
{
    /// <summary>A row for each institution.</summary>
    Institution = 1,

    /// <summary>A row for each function.</summary>
    Function,

    /// <summary>A row for each site.</summary>
    Site,

    /// <summary>A row for each course; of seat figures only.</summary>
    Course,
}

/// <summary>What a heat map is asked to show.</summary>
/// <param name="Rows">What rows stand for.</param>
/// <param name="Level">Level from which a skill counts.</param>
/// <param name="Declared">Whether what persons said of themselves counts.</param>
/// <param name="Functions">Only these.</param>
/// <param name="Day">Number of the day.</param>
public sealed record HeatMapQuestion(FigureRows Rows, int Level, bool Declared, FunctionSet Functions, int Day)
{
    /// <summary>Number of the institution whose people are shown; null = all. -1 is nobody's.</summary>
    public int? Only { get; init; }

    /// <summary>Number of the institution that asks: it knows its own people. -1 when it has none.</summary>
    public int Own { get; init; } = -1;
}
