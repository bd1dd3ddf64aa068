using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Reseau.Partners.Domain;
using Reseau.Partners.Formats;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Tests.Formats;

/// <summary>Reads files and writes directories as the service does, without a server.</summary>
internal static class Files
{
    public static readonly CommuneLookup Communes = new(France.Shared);

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static Task<List<FileRecord>> ReadAsync(DirectoryFormat format, string text) => ReadAsync(format, Encoding.UTF8.GetBytes(text));

    /// <summary>What a file says; in small pieces, so that nothing rests on where they end.</summary>
    public static async Task<List<FileRecord>> ReadAsync(DirectoryFormat format, byte[] bytes, int piece = 777)
    {
        var read = new DirectoryFiles(Communes).Reader(format, "ccas-rennes");
        return [.. (await RawAsync(format, bytes, piece)).Select(read)];
    }

    public static async Task<List<RawRecord>> RawAsync(DirectoryFormat format, byte[] bytes, int piece = 777)
    {
        await using var content = new FileContent(PiecesAsync(bytes, piece), CancellationToken.None);
        var records = new List<RawRecord>();
        await foreach (var record in DirectoryFiles.Records(format, content, CancellationToken.None)) records.Add(record);
        return records;
    }

    /// <summary>The directory that these records make, written in a format.</summary>
    public static async Task<string> WriteAsync(DirectoryFormat format, IEnumerable<FileRecord> records, string restricted = "soliguide")
    {
        var index = new DirectoryIndex(France.Shared);
        index.Apply([.. EventsOf(records).Select(happened => new DirectoryChange(happened, Noon))]);
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await new DirectoryExporter(index, Communes, Options.Create(new OpenDataOptions { RestrictedSources = restricted })).WriteAsync(format, pipe.Writer, CancellationToken.None);
        await pipe.Writer.CompleteAsync();
        using var text = new StreamReader(pipe.Reader.AsStream());
        return await text.ReadToEndAsync();
    }

    /// <summary>A record of JSON without what says nothing.</summary>
    public static string Meaning(JsonNode? record)
    {
        var said = record!.AsObject().Where(field => field.Value is not null && field.Value is not JsonArray { Count: 0 }).OrderBy(field => field.Key, StringComparer.Ordinal);
        return string.Join('\n', said.Select(field => $"{field.Key}={(field.Value is JsonValue value && value.TryGetValue<double>(out var number) ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : field.Value!.ToJsonString())}"));
    }

    private static IEnumerable<PartnerEvent> EventsOf(IEnumerable<FileRecord> records)
    {
        yield return new InstitutionRegistered(new Institution { Id = "ccas-rennes", Name = "CCAS de Rennes", Typology = "CCAS" });
        foreach (var record in records)
        {
            if (record.Structure is { } place) yield return new StructurePublished(place with { InstitutionId = "ccas-rennes" });
            foreach (var service in record.Services) yield return new ServicePublished(service with { InstitutionId = "ccas-rennes" });
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(byte[] bytes, int piece)
    {
        for (var start = 0; start < bytes.Length; start += piece)
        {
            await Task.Yield();
            yield return bytes.AsMemory(start, Math.Min(piece, bytes.Length - start));
        }
    }
}
