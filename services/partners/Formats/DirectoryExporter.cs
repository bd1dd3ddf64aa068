using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Microsoft.Extensions.Options;
using Reseau.Partners.Search;
using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Formats;

/// <summary>Writes the public directory as a file, from one snapshot of the index, record by record.</summary>
internal sealed class DirectoryExporter(DirectoryIndex index, CommuneLookup communes, IOptions<OpenDataOptions> options)
{
    private const int FlushEvery = 1 << 15;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly CsvWriterOptions MapTable = new();

    /// <summary>People open it in a spreadsheet: a cell somebody else wrote must not run as a formula there. Reading it takes the mark away again.</summary>
    private static readonly CsvWriterOptions PeoplesTable = new()
    {
        Separator = ';', Injection = CsvInjection.Escape, InjectionCharacters = SimpleTable.FormulaSigns, InjectionEscape = SimpleTable.FormulaMark,
    };

    private readonly DataInclusionWriter _dataInclusion = new(communes);
    private readonly CartoWriter _carto = new(communes);
    private readonly SimpleWriter _simple = new(communes);

    public Task WriteAsync(DirectoryFormat format, PipeWriter output, CancellationToken cancellation)
    {
        // Read as often as a format needs it, always the same moment.
        var places = OpenDirectory.Of(index.Published(), options.Value.Restricted());
        return format switch
        {
            DirectoryFormat.DataInclusionJson => WriteObjectAsync(places, output, cancellation),
            DirectoryFormat.DataInclusionNdjson => WriteLinesAsync(Structures(places).Concat(Services(places)), output, cancellation),
            DirectoryFormat.CartoJson => WriteArrayAsync(Carto(places), output, cancellation),
            DirectoryFormat.CartoCsv => WriteTableAsync(
                Columns(CartoWriter.Columns, places.Select(place => place.Structure.Origin), ReadingStyle.Carto), MapTable, name => name, Carto(places), output, cancellation),
            DirectoryFormat.SimpleCsv => WriteTableAsync(
                Columns([.. SimpleTable.Columns.Select(column => column.Name)], places.SelectMany(place => place.Services, (_, service) => service.Content.Origin), ReadingStyle.Simple),
                PeoplesTable, SimpleTable.HeaderOf, places.SelectMany(place => place.Services, (place, service) => _simple.Write(service, place.Structure)), output, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    private IEnumerable<RawFields> Structures(IEnumerable<OpenPlace> places) => places.Select(place => _dataInclusion.Write(place.Structure, place.UpdatedOn));

    private IEnumerable<RawFields> Services(IEnumerable<OpenPlace> places) =>
        places.SelectMany(place => place.Services, (place, service) => _dataInclusion.Write(service, place.Structure));

    private IEnumerable<RawFields> Carto(IEnumerable<OpenPlace> places) =>
        places.Select(place => _carto.Write(place.Structure, [.. place.Services.Select(service => service.Content)], place.UpdatedOn)).OfType<RawFields>();

    // The usual columns, then those that only some records brought along.
    private static List<string> Columns(IReadOnlyList<string> usual, IEnumerable<Domain.Origin> origins, ReadingStyle style)
    {
        var names = usual.ToHashSet(StringComparer.Ordinal);
        return [.. usual, .. origins.SelectMany(origin => origin.Kept).Where(field => field.Key.StartsWith(style.Prefix, StringComparison.Ordinal))
            .Select(field => field.Key[style.Prefix.Length..]).Where(names.Add).Order(StringComparer.Ordinal)];
    }

    private async Task WriteObjectAsync(IEnumerable<OpenPlace> places, PipeWriter output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Json);
        json.WriteStartObject();
        json.WriteStartArray(DataInclusion.Structures);
        await WriteAsync(Structures(places), json, output, cancellation);
        json.WriteEndArray();
        json.WriteStartArray(DataInclusion.Services);
        await WriteAsync(Services(places), json, output, cancellation);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static async Task WriteArrayAsync(IEnumerable<RawFields> records, PipeWriter output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Json);
        json.WriteStartArray();
        await WriteAsync(records, json, output, cancellation);
        json.WriteEndArray();
    }

    private static async Task WriteAsync(IEnumerable<RawFields> records, Utf8JsonWriter json, PipeWriter output, CancellationToken cancellation)
    {
        foreach (var record in records)
        {
            record.WriteTo(json);
            if (json.BytesPending + output.UnflushedBytes < FlushEvery) continue;
            await json.FlushAsync(cancellation);
            await output.FlushAsync(cancellation);
        }
    }

    private static async Task WriteLinesAsync(IEnumerable<RawFields> records, PipeWriter output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Json);
        foreach (var record in records)
        {
            record.WriteTo(json);
            await json.FlushAsync(cancellation);
            json.Reset();
            "\n"u8.CopyTo(output.GetSpan(1));
            output.Advance(1);
            if (output.UnflushedBytes >= FlushEvery) await output.FlushAsync(cancellation);
        }
    }

    // With the mark of UTF-8: spreadsheets need it.
    private static async Task WriteTableAsync(
        List<string> columns, CsvWriterOptions options, Func<string, string> headerOf, IEnumerable<RawFields> records, PipeWriter output, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(output.AsStream(leaveOpen: true), options with { WriteByteOrderMark = true });
        foreach (var column in columns) csv.WriteField(headerOf(column));
        await csv.EndRecordAsync(cancellation);
        foreach (var record in records)
        {
            foreach (var column in columns) csv.WriteField(record.Find(column)?.ToCell() ?? "");
            await csv.EndRecordAsync(cancellation);
        }
    }
}
