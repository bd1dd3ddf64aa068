namespace Reseau.Partners.Formats;

/// <summary>One record of a file, not yet understood.</summary>
/// <param name="Line">Its line, or its rank in a JSON file; from 1.</param>
/// <param name="Kind">What the file says it is.</param>
/// <param name="Fields">What it holds.</param>
/// <param name="Problem">Reason why it cannot be read at all; null for most.</param>
internal sealed record RawRecord(int Line, RecordKind Kind, RawFields Fields, string? Problem = null);

/// <summary>What a record of a file describes.</summary>
internal enum RecordKind
{
    Structure = 1,
    Service = 2,

    /// <summary>A place with what it offers: one record of the national map, or one line of a simple table.</summary>
    Place = 3,
}
