using Reseau.Partners.V1;

namespace Reseau.Gateway.OpenData;

/// <summary>A file of the whole public directory, sent as the directory writes it: this gateway never holds it.</summary>
/// <param name="Name">Last part of its address.</param>
/// <param name="Format">How it is written.</param>
/// <param name="MediaType">What a client is told.</param>
public sealed record DirectoryFile(string Name, DirectoryFormat Format, string MediaType)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DirectoryFile> All { get; } =
    [
        new("data-inclusion-v1.json", DirectoryFormat.DataInclusionJson, "application/json"),
        new("data-inclusion-v1.ndjson", DirectoryFormat.DataInclusionNdjson, "application/x-ndjson"),
        new("lieux-de-mediation-numerique.json", DirectoryFormat.CartoJson, "application/json"),
        new("lieux-de-mediation-numerique.csv", DirectoryFormat.CartoCsv, "text/csv; charset=utf-8"),
        new("annuaire.csv", DirectoryFormat.SimpleCsv, "text/csv; charset=utf-8"),
    ];

    /// <summary>Relays the directory's export, piece by piece.</summary>
    public async Task SendAsync(PartnersService.PartnersServiceClient partners, HttpContext context)
    {
        using var export = partners.ExportDirectory(new() { Format = Format }, cancellationToken: context.RequestAborted);
        // The first piece before the headers: a directory that cannot answer is a problem, not half a file.
        var more = await export.ResponseStream.MoveNext(context.RequestAborted);
        context.Response.ContentType = MediaType;
        for (; more; more = await export.ResponseStream.MoveNext(context.RequestAborted))
            await context.Response.BodyWriter.WriteAsync(export.ResponseStream.Current.Content.Memory, context.RequestAborted);
    }
}
