using System.Text;
using Google.Protobuf;
using Reseau.Partners.V1;

namespace Reseau.Partners.Tests.Imports;

/// <summary>Sends files as a client does.</summary>
internal static class Uploads
{
    public static string NewName() => $"imports/{Guid.NewGuid()}";

    public static ImportHeader Header(DirectoryFormat format, string? name = null, string institution = "institutions/caf-35", bool dryRun = false) =>
        new() { Name = name ?? NewName(), Format = format, Institution = institution, DryRun = dryRun };

    public static Task<Import> SendAsync(this PartnersService.PartnersServiceClient client, ImportHeader header, string text) => client.SendAsync(header, [Encoding.UTF8.GetBytes(text)]);

    public static async Task<Import> SendAsync(this PartnersService.PartnersServiceClient client, ImportHeader header, IEnumerable<byte[]> pieces)
    {
        using var call = client.ImportDirectory();
        await call.RequestStream.WriteAsync(new() { Header = header });
        foreach (var piece in pieces) await call.RequestStream.WriteAsync(new() { Content = UnsafeByteOperations.UnsafeWrap(piece) });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    public static async Task<string> ExportAsync(this PartnersService.PartnersServiceClient client, DirectoryFormat format)
    {
        using var call = client.ExportDirectory(new() { Format = format });
        using var bytes = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) call.ResponseStream.Current.Content.WriteTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static string Structure(string id, string name = "Un lieu") =>
        $$"""{"source":"dora","id":"dora--{{id}}","nom":"{{name}}","date_maj":"2026-01-01","commune":"Rennes","code_postal":"35000","code_insee":"35238","adresse":"1 rue du Pré Botté"}""";

    public static string Service(string id, string structure, string name = "Un service") =>
        $$"""{"source":"dora","id":"dora--{{id}}","structure_id":"dora--{{structure}}","nom":"{{name}}","description":"Être aidé dans ses démarches par une personne formée.","date_maj":"2026-01-01","thematiques":["numerique--acceder-a-des-services-en-ligne"],"publics":["tous-publics"],"frais":"gratuit","modes_accueil":["en-presentiel"],"telephone":"0299123456"}""";

    /// <summary>Lines of one structure and its services, in pieces of about a hundred lines.</summary>
    public static IEnumerable<byte[]> Ndjson(string prefix, int structures, int servicesEach)
    {
        var text = new StringBuilder();
        for (var i = 0; i < structures; i++)
        {
            text.Append(Structure($"{prefix}-{i}")).Append('\n');
            for (var j = 0; j < servicesEach; j++) text.Append(Service($"{prefix}-{i}-{j}", $"{prefix}-{i}")).Append('\n');
            if (text.Length < 60_000) continue;
            yield return Encoding.UTF8.GetBytes(text.ToString());
            text.Clear();
        }

        yield return Encoding.UTF8.GetBytes(text.ToString());
    }
}
