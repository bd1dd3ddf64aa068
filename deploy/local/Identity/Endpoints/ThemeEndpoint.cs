using Microsoft.AspNetCore.Http;

namespace Reseau.Identity.Endpoints;

/// <summary>The style sheet of the pages.</summary>
internal sealed class ThemeEndpoint
{
    private readonly byte[] _css = Read();

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.ContentType = "text/css; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        await context.Response.Body.WriteAsync(_css, context.RequestAborted);
    }

    private static byte[] Read()
    {
        using var resource = typeof(ThemeEndpoint).Assembly.GetManifestResourceStream("theme.css")!;
        var css = new byte[resource.Length];
        resource.ReadExactly(css);
        return css;
    }
}
