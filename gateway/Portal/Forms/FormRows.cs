using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Rows of a form that repeat, without script: those that are there, some empty ones, and a button that gives more.</summary>
public static class FormRows
{
    /// <summary>Empty rows after those in use.</summary>
    public const int Spare = 2;

    /// <summary>Value of the button that asks for more rows.</summary>
    public const string More = "lignes";

    private const int Most = 210;
    private const string CountField = "-lignes";

    /// <summary>Name of a control of a row.</summary>
    public static string Control(string table, int row, string field) => string.Create(CultureInfo.InvariantCulture, $"{table}-{row}-{field}");

    /// <summary>Name of the hidden field that says how many rows a table of the form has.</summary>
    public static string Counter(string table) => table + CountField;

    /// <summary>How many rows the form has.</summary>
    public static int Count(FormValues values, string table) =>
        int.TryParse(values.Text(Counter(table)), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, Most) : 0;

    /// <summary>Writes the rows of a record as a form shows them.</summary>
    public static void Write<T>(Dictionary<string, StringValues> into, string table, IReadOnlyList<T> records, Action<T, Action<string, StringValues>> write)
    {
        into[Counter(table)] = (records.Count + Spare).ToString(CultureInfo.InvariantCulture);
        foreach (var (row, record) in records.Index())
        {
            into[Control(table, row, Rank)] = (row + 1).ToString(CultureInfo.InvariantCulture);
            write(record, (field, value) => into[Control(table, row, field)] = value);
        }
    }

    /// <summary>The rows that say something, in the order their ranks give; a row without rank stays where it is.</summary>
    public static IReadOnlyList<int> Filled(FormValues values, string table, params string[] fields) =>
    [
        .. Enumerable.Range(0, Count(values, table))
            .Where(row => fields.Any(field => values.Has(Control(table, row, field))))
            .OrderBy(row => decimal.TryParse(values.Text(Control(table, row, Rank)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rank) ? rank : row + 1),
    ];

    /// <summary>The field that says where a row goes.</summary>
    public const string Rank = "rang";
}
