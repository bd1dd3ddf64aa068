using System.Text.Json;
using Reseau.Partners.Domain;
using Reseau.Partners.Formats;
using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Imports;

/// <summary>The ids that a file has used: the first record of an id counts, others are refused. In a simple table a place comes back with each of its services.</summary>
internal sealed class FileIds(DirectoryFormat format)
{
    private readonly HashSet<UInt128> _services = [];
    private readonly Dictionary<UInt128, UInt128> _structures = [];

    /// <summary>The record, refused when its id was used; without its place when an earlier line described that.</summary>
    public FileRecord Check(FileRecord record)
    {
        if (record.Refused) return record;
        if (format == DirectoryFormat.SimpleCsv) return CheckLine(record);
        if (record.Structure is { } structure && !_structures.TryAdd(IdHash.Of(structure.Id), default)) return Repeated(record);
        return record.Structure is null && record.Services.Any(service => !_services.Add(IdHash.Of(service.Id))) ? Repeated(record) : record;
    }

    private FileRecord CheckLine(FileRecord record)
    {
        if (record.Services.Any(service => !_services.Add(IdHash.Of(service.Id)))) return Repeated(record);
        var (id, content) = (IdHash.Of(record.Structure!.Id), ContentOf(record.Structure));
        if (_structures.TryAdd(id, content)) return record;
        return record with
        {
            Structure = null,
            Remarks = _structures[id] == content ? record.Remarks : [.. record.Remarks, Remark(record, FileMessages.InconsistentPlace, refused: false)],
        };
    }

    private static FileRecord Repeated(FileRecord record) => record with
    {
        Structure = null, Services = [], Withdrawn = [], Remarks = [.. record.Remarks, Remark(record, FileMessages.DuplicateId, refused: true)],
    };

    private static FileRemark Remark(FileRecord record, string reason, bool refused) =>
        new(record.Line, record.Id, refused ? "id" : "", reason, FileMessages.Sentence(reason), "", refused);

    private static UInt128 ContentOf(Structure place) => IdHash.Of(JsonSerializer.Serialize(place));
}
