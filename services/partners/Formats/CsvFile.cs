using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace Reseau.Partners.Formats;

/// <summary>Lines of a CSV file with a header; separated by ';', ',' or tabs, as the header is.</summary>
internal static class CsvFile
{
    private const int LargestRecord = 4 << 20;
    private const int LongestHeader = 1 << 16;

    /// <param name="content">The file.</param>
    /// <param name="required">Columns without which it is not such a file.</param>
    /// <param name="nameOf">The name of a column by its header.</param>
    /// <param name="cellOf">What a cell says.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="UnreadableFileException">It is not such a file, or no longer.</exception>
    public static async IAsyncEnumerable<RawRecord> ReadAsync(
        FileContent content, IReadOnlyCollection<string> required, Func<string, string> nameOf, Func<string, string> cellOf,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isCut = false;
        var options = new CsvReaderOptions
        {
            Separator = await SeparatorAsync(content, cancellation), MaxRecordSize = LargestRecord, TrackLineNumbers = true, IncludeValuesInExceptions = false,
            DetectSeparatorHint = false, OnMalformedRecord = malformed => isCut |= malformed.Reason == CsvMalformedReason.UnterminatedQuote,
        };
        await using var bytes = new ContentStream(content);
        await using var reader = CsvReader.Create(bytes, options, leaveOpen: true);
        await reader.ReadHeaderAsync(cancellation);
        var columns = reader.Headers.Select(nameOf).ToArray();
        if (!required.All(columns.Contains)) throw new UnreadableFileException(1, FileMessages.MissingColumns);
        while (await NextAsync(reader, cancellation))
        {
            // A quotation mark that never closes swallows the rest: the file was cut, or is broken there.
            if (isCut) throw new UnreadableFileException((int)reader.LineNumber, FileMessages.OpenQuote);
            yield return Read(reader, columns, cellOf);
        }
    }

    private static async Task<bool> NextAsync(CsvReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation);
        }
        catch (CsvFormatException)
        {
            throw new UnreadableFileException(0, FileMessages.HugeRecord);
        }
    }

    private static RawRecord Read(CsvReader row, string[] columns, Func<string, string> cellOf)
    {
        var fields = new RawFields();
        for (var i = 0; i < Math.Min(columns.Length, row.FieldCount); i++)
        {
            if (columns[i].Length > 0 && !row.IsEmpty(i) && fields.Find(columns[i]) is null) fields.Set(columns[i], cellOf(row.GetString(i)));
        }

        var isShifted = false;
        for (var i = columns.Length; i < row.FieldCount; i++) isShifted |= !row.IsEmpty(i);
        return new((int)row.LineNumber, RecordKind.Place, fields, isShifted ? FileMessages.TooManyCells : null);
    }

    // Looks at the first line without using it up.
    private static async Task<char> SeparatorAsync(FileContent content, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await content.Reader.ReadAsync(cancellation);
            var end = result.Buffer.PositionOf((byte)'\n');
            var isEnough = end is not null || result.IsCompleted || result.Buffer.Length > LongestHeader;
            var header = isEnough ? Encoding.UTF8.GetString(end is { } position ? result.Buffer.Slice(0, position) : result.Buffer) : "";
            content.Reader.AdvanceTo(result.Buffer.Start, isEnough ? result.Buffer.Start : result.Buffer.End);
            if (isEnough) return ";,\t".MaxBy(separator => header.Count(c => c == separator));
        }
    }
}
