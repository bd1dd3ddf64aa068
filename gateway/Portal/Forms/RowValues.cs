using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>One row of a form being read.</summary>
public sealed class RowValues(PartReading reading, RowTable table, int row)
{
    /// <summary>Place of the row on the page.</summary>
    public int Row => row;

    public string Text(string field) => reading.Values.Text(Control(field));

    public IReadOnlyList<string> All(string field) => reading.Values.All(Control(field));

    public bool Has(string field) => reading.Values.Has(Control(field));

    public Google.Type.Date? Day(string field) => reading.Day(Control(field), LabelOf(field));

    public int Number(string field) => reading.Number(Control(field), LabelOf(field));

    public long Cents(string field) => reading.Cents(Control(field), LabelOf(field));

    /// <summary>A percentage, in hundredths of a percent; 0 for nothing.</summary>
    public int BasisPoints(string field)
    {
        if (!Has(field)) return 0;
        if (FrenchInput.Cents(Text(field).TrimEnd('%', ' ')) is { } points and <= 10_000) return (int)points;
        reading.Problems.Add(new(Control(field), Label.Message("field.share-unreadable"), LabelOf(field)));
        return 0;
    }

    private string Control(string field) => FormRows.Control(table.Word, row, field);

    private string LabelOf(string field)
    {
        foreach (var column in table.Columns)
        {
            if (column.Control == field) return column.Label;
        }

        return "";
    }
}
