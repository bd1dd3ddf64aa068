using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Reseau.Partners.Formats;

/// <summary>Records of a file with one JSON object a line. A line that is not one is refused, and the next ones are read all the same.</summary>
internal static class NdjsonFile
{
    private const int LargestRecord = 4 << 20;

    public static async IAsyncEnumerable<RawRecord> ReadAsync(FileContent content, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var line = 0;
        while (true)
        {
            var result = await content.Reader.ReadAsync(cancellation);
            var found = new List<RawRecord>();
            var rest = Split(result.Buffer, found, ref line);
            content.Reader.AdvanceTo(rest.Start, result.Buffer.End);
            foreach (var record in found) yield return Checked(record);
            if (result.IsCompleted)
            {
                content.ThrowIfBroken();
                var last = await content.Reader.ReadAsync(cancellation);
                if (!last.Buffer.IsEmpty && Read(last.Buffer, line + 1) is { } end) yield return end.Problem is null ? end : throw new UnreadableFileException(line + 1, FileMessages.BrokenJson);
                content.Reader.AdvanceTo(last.Buffer.End);
                yield break;
            }

            if (rest.Length > LargestRecord) throw new UnreadableFileException(line + 1, FileMessages.HugeRecord);
        }
    }

    // Whose first line is no JSON is another kind of file.
    private static RawRecord Checked(RawRecord record) =>
        record is { Line: 1, Problem: not null } ? throw new UnreadableFileException(1, FileMessages.WrongFormat) : record;

    private static ReadOnlySequence<byte> Split(ReadOnlySequence<byte> bytes, List<RawRecord> found, ref int line)
    {
        while (bytes.PositionOf((byte)'\n') is { } end)
        {
            if (Read(bytes.Slice(0, end), ++line) is { } record) found.Add(record);
            bytes = bytes.Slice(bytes.GetPosition(1, end));
        }

        return bytes;
    }

    // Null for an empty line.
    private static RawRecord? Read(in ReadOnlySequence<byte> bytes, int line)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            if (!reader.Read()) return null;
            using var document = JsonDocument.ParseValue(ref reader);
            var isObject = document.RootElement.ValueKind == JsonValueKind.Object && !reader.Read();
            var fields = RawFields.Of(document.RootElement);
            return new(line, fields.Find("structure_id") is null ? RecordKind.Structure : RecordKind.Service, fields, isObject ? null : FileMessages.InvalidRecord);
        }
        catch (JsonException)
        {
            return IsBlank(bytes) ? null : new(line, RecordKind.Structure, new(), FileMessages.InvalidRecord);
        }
    }

    private static bool IsBlank(in ReadOnlySequence<byte> bytes)
    {
        foreach (var part in bytes)
        {
            if (part.Span.ContainsAnyExcept(" \t\r\n"u8)) return false;
        }

        return true;
    }
}
