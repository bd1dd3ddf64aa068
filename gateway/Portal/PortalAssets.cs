using System.Security.Cryptography;

namespace Reseau.Gateway.Portal;

/// <summary>The style sheet and the icon, embedded in the assembly. The address carries a print of the content, so browsers keep them for good.</summary>
public static class PortalAssets
{
    public const string Root = "/ressources";

    private static readonly Asset Style = new("portal.css", "text/css; charset=utf-8");
    private static readonly Asset Mark = new("mark.svg", "image/svg+xml");

    public static string StyleSheet => Style.Address;

    public static string Icon => Mark.Address;

    public static void MapPortalAssets(this WebApplication app)
    {
        // Browsers ask for this one without being told, on pages that are not ours too.
        app.MapGet("/favicon.ico", (HttpContext context) => Send(context, Mark));
        foreach (var asset in (Asset[])[Style, Mark]) app.MapGet(asset.Address, (HttpContext context) => Send(context, asset));
    }

    private static IResult Send(HttpContext context, Asset asset)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.Type);
    }

    private sealed class Asset
    {
        public Asset(string file, string type)
        {
            Content = Read(file);
            Type = type;
            Address = $"{Root}/{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}/{file}";
        }

        public byte[] Content { get; }

        public string Type { get; }

        public string Address { get; }

        private static byte[] Read(string file)
        {
            using var source = typeof(PortalAssets).Assembly.GetManifestResourceStream(file)!;
            using var copy = new MemoryStream();
            source.CopyTo(copy);
            return copy.ToArray();
        }
    }
}
