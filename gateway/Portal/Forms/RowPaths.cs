using System.Text.RegularExpressions;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Where something said of an item of a list is shown: at the row of the page that the item came from.</summary>
public static partial class RowPaths
{
    /// <summary>The control of a path such as <c>half_days[2].link</c>, and its label; null when no table of the form holds it.</summary>
    public static (string Control, string Label)? ControlOf(string path, PartReading reading, params IEnumerable<RowTable> tables)
    {
        var match = Item().Match(path);
        if (!match.Success || tables.FirstOrDefault(table => table.Path == match.Groups["list"].Value) is not { } list) return null;
        if (reading.RowOf(list, match.Groups["index"].Value) is not { } row) return null;
        var name = match.Groups["field"].Value;
        var column = list.Columns.FirstOrDefault(column => name == column.Field || name.StartsWith(column.Field + ".", StringComparison.Ordinal) || name.StartsWith(column.Field + "[", StringComparison.Ordinal), list.Columns[0]);
        return (FormRows.Control(list.Word, row, column.Control), column.Label);
    }

    [GeneratedRegex(@"^(?<list>[a-z_.]+)\[(?<index>\d+)\]\.?(?<field>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();
}
