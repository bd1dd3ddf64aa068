namespace Reseau.Gateway.Portal.Forms;

/// <summary>A list of a record that a form shows as rows.</summary>
/// <param name="Path">Its path in the record, e.g. <c>financing.costs</c>.</param>
/// <param name="Word">Its word in the names of controls.</param>
/// <param name="Columns">Field of the contract, control and label of each column; the first one takes what is said of a row as a whole.</param>
public sealed record RowTable(string Path, string Word, params (string Field, string Control, string Label)[] Columns);
