using System.Buffers;
using System.Text.Json;

namespace Reseau.Partners.Formats;

/// <summary>
/// The walk through a JSON file: an array of records, or an object that holds arrays of them. Records are taken whole; anything else is
/// passed over token by token, so that only one record need be in memory.
/// </summary>
internal sealed class JsonWalk(bool isPlaces)
{
    private JsonReaderState _state;
    private RecordKind? _property;
    private int _recordDepth = -1;
    private bool _started;
    private bool _awaitsArray;
    private bool _sawArray;

    /// <summary>How far the bytes were used.</summary>
    public SequencePosition Consumed { get; private set; }

    /// <summary>Records found so far.</summary>
    public int Count { get; private set; }

    /// <summary>Why the file cannot be read any further; what was found before it counts.</summary>
    public UnreadableFileException? Failure { get; private set; }

    public List<RawRecord> Take(in ReadOnlySequence<byte> bytes, bool isLast)
    {
        var found = new List<RawRecord>();
        var reader = new Utf8JsonReader(bytes, isLast, _state);
        var before = reader;
        try
        {
            while (reader.Read())
            {
                if (!Step(ref reader, isLast, found))
                {
                    reader = before;
                    break;
                }

                if (Failure is not null) break;
                before = reader;
            }

            if (isLast && Failure is null && !_sawArray && _property is null) Fail(FileMessages.WrongFormat);
        }
        catch (JsonException)
        {
            Fail(_started ? FileMessages.BrokenJson : FileMessages.WrongFormat);
        }

        (Consumed, _state) = (reader.Position, reader.CurrentState);
        return found;
    }

    // One token; false when a record is not there to its end.
    private bool Step(ref Utf8JsonReader reader, bool isLast, List<RawRecord> found)
    {
        var (token, depth) = (reader.TokenType, reader.CurrentDepth);
        if (_recordDepth >= 0 && depth == _recordDepth && token is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            if (!isLast && token is JsonTokenType.StartArray or JsonTokenType.StartObject && !Whole(reader)) return false;
            using var document = JsonDocument.ParseValue(ref reader);
            Found(document.RootElement, found);
        }
        else if (!_started)
        {
            _started = true;
            if (token == JsonTokenType.StartArray) (_recordDepth, _sawArray) = (1, true);
            else if (token != JsonTokenType.StartObject || isPlaces) Fail(FileMessages.WrongFormat);
        }
        else if (depth == 1 && token == JsonTokenType.PropertyName)
        {
            var kind = reader.ValueTextEquals(DataInclusion.Structures) ? RecordKind.Structure : reader.ValueTextEquals(DataInclusion.Services) ? RecordKind.Service : (RecordKind?)null;
            _awaitsArray = kind is not null;
            _property = kind ?? _property;
        }
        else if (_awaitsArray)
        {
            _awaitsArray = false;
            if (token == JsonTokenType.StartArray) _recordDepth = 2;
        }
        else if (token == JsonTokenType.EndArray && depth == _recordDepth - 1)
        {
            _recordDepth = -1;
        }

        return true;
    }

    private static bool Whole(Utf8JsonReader reader) => reader.TrySkip();

    private void Found(JsonElement record, List<RawRecord> found)
    {
        Count++;
        var fields = RawFields.Of(record);
        if (Count == 1 && !isPlaces && fields.Find("pivot") is not null && fields.Find("source") is not { Kind: RawKind.Text, Text.Length: > 0 } && fields.Find("structure_id") is null)
        {
            Fail(FileMessages.WrongFormat);
            return;
        }

        var kind = isPlaces ? RecordKind.Place : _property ?? (fields.Find("structure_id") is null ? RecordKind.Structure : RecordKind.Service);
        found.Add(new(Count, kind, fields, record.ValueKind == JsonValueKind.Object ? null : FileMessages.InvalidRecord));
    }

    private void Fail(string detail) => Failure ??= new(Count + (detail == FileMessages.WrongFormat ? 0 : 1), detail);
}
