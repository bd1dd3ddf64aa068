using Reseau.Kernel;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Figures;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Heat maps as messages, less what must not be told.</summary>
internal static class HeatMapMapper
{
    /// <summary>What stands for a count that is withheld.</summary>
    public const int Withheld = -1;

    /// <summary>A heat map of what was counted.</summary>
    /// <param name="counts">What was counted.</param>
    /// <param name="skills">Skills of the columns, in their order.</param>
    /// <param name="names">What the numbers stand for.</param>
    public static Contract.HeatMap ToMessage(HeatMapCounts counts, IReadOnlyList<string> skills, PeopleNames names)
    {
        var hidden = HeatMapSuppression.Of(counts);
        var map = new Contract.HeatMap();
        map.Skills.AddRange(skills);
        int[] columns = [.. skills.Select(names.Skills.Find)];
        var rows = Enumerable.Range(0, counts.Rows).Where(row => counts.All(row, 0) > 0 && IsChosen(counts.Asked, row)).Select(row => (Key: KeyOf(counts, row, names), Row: row));
        foreach (var (key, row) in rows.OrderBy(line => line.Key, StringComparer.Ordinal))
        {
            var line = new Contract.HeatMapRow { Key = key, Persons = Told(counts, hidden, row, 0) };
            // A skill that nobody has ever held has no number: in a row that may be told, nobody holds it.
            line.Holders.AddRange(columns.Select(skill => skill < 0 || skill + 1 >= counts.Columns ? Math.Min(0, line.Persons) : Told(counts, hidden, row, skill + 1)));
            map.Rows.Add(line);
        }
        return map;
    }

    private static int Told(HeatMapCounts counts, HeatMapSuppression hidden, int row, int column) => hidden.Hides(row, column) ? Withheld : counts.All(row, column);

    private static bool IsChosen(HeatMapQuestion asked, int row) => asked.Rows != FigureRows.Function || asked.Functions.Has(row);

    private static string KeyOf(HeatMapCounts counts, int row, PeopleNames names) => counts.Asked.Rows switch
    {
        FigureRows.Institution => Codes.Institution(names.Institutions.NameOf(row)),
        FigureRows.Function => EnumNames.Of((Function)row),
        // Those who work nowhere in particular.
        _ => row == counts.Rows - 1 ? "" : names.Sites.NameOf(row),
    };
}
