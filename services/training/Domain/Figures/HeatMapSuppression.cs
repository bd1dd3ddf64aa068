using Reseau.Kernel;

namespace Reseau.Training.Domain.Figures;

/// <summary>
/// What of a heat map must not be told. Small counts; in each column, what would give one away as the rest of a total that another map shows; of a row
/// with few persons everything; and where functions are chosen, what would give a function away that is shown in no map.
/// </summary>
public sealed class HeatMapSuppression
{
    private readonly bool[] _withheld;
    private readonly int _columns;

    private HeatMapSuppression(bool[] withheld, int columns) => (_withheld, _columns) = (withheld, columns);

    /// <summary>Finds out.</summary>
    public static HeatMapSuppression Of(HeatMapCounts counts)
    {
        var withheld = new bool[counts.Rows * counts.Columns];
        var rows = new bool[counts.Rows];
        for (var column = 0; column < counts.Columns; column++)
        {
            var (parts, already) = (new int[counts.Rows], new bool[counts.Rows]);
            for (var row = 0; row < counts.Rows; row++)
            {
                parts[row] = counts.Others(row, column);
                already[row] = rows[row] || IsDifference(counts, row, column);
            }
            var found = Suppression.Withheld(parts, already);
            // The first column is the persons themselves.
            if (column == 0) rows = found;
            for (var row = 0; row < counts.Rows; row++) withheld[(row * counts.Columns) + column] = found[row];
        }
        return new(withheld, counts.Columns);
    }

    /// <summary>Whether a cell is withheld.</summary>
    public bool Hides(int row, int column) => _withheld[(row * _columns) + column];

    // Asked once for these functions and once for others, what is between the two is one function: of those that hide each other, all or none are shown.
    private static bool IsDifference(HeatMapCounts counts, int row, int column)
    {
        if (counts.OthersByFunction(row, column) is not { } functions) return false;
        var withheld = Suppression.Withheld(functions);
        var chosen = false;
        var left = false;
        for (var function = 0; function < withheld.Length; function++)
        {
            if (!withheld[function]) continue;
            if (counts.Asked.Functions.Has(function)) chosen = true;
            else left = true;
        }
        return chosen && left;
    }
}
