using System.Globalization;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What reading a form finds: what it cannot read, and which row of the page became which item of a list.</summary>
public sealed class PartReading(FormValues values)
{
    private readonly Dictionary<string, IReadOnlyList<int>> _rows = new(StringComparer.Ordinal);

    public FormValues Values => values;

    public List<FieldProblem> Problems { get; } = [];

    /// <summary>The items of a table, from the rows that say something.</summary>
    /// <param name="table">The table.</param>
    /// <param name="fields">A row in which one of these is filled says something.</param>
    /// <param name="read">Reads a row, by the name of its fields.</param>
    public IReadOnlyList<T> Rows<T>(RowTable table, string[] fields, Func<RowValues, T> read)
    {
        var rows = FormRows.Filled(values, table.Word, fields);
        _rows[table.Path] = rows;
        return [.. rows.Select(row => read(new(this, table, row)))];
    }

    /// <summary>The row of the page that an item of a list came from.</summary>
    public int? RowOf(RowTable table, string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var item) && _rows.TryGetValue(table.Path, out var rows) && item < rows.Count ? rows[item] : null;

    public Google.Type.Date? Day(string control, string label)
    {
        var day = FrenchInput.Day(values.Text(control), control, label, Problems);
        return day is { } known ? FrenchInput.ToDate(known) : null;
    }

    /// <summary>A whole number; 0 for nothing.</summary>
    public int Number(string control, string label)
    {
        var text = string.Concat(values.Text(control).Where(character => !char.IsWhiteSpace(character)));
        if (text.Length == 0) return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Problems.Add(new(control, Label.Message("field.number-unreadable"), label));
        return 0;
    }

    /// <summary>Euros, in cents; 0 for nothing.</summary>
    public long Cents(string control, string label)
    {
        if (!values.Has(control)) return 0;
        if (FrenchInput.Cents(values.Text(control)) is { } cents) return cents;
        Problems.Add(new(control, Label.Message("field.money-unreadable"), label));
        return 0;
    }
}
