namespace Reseau.Gateway.Session;

/// <summary>
/// Makes every link, redirection and cookie with the public address, whatever host the request names: a proxy in front may
/// rename it, and an attacker may invent it.
/// </summary>
internal sealed class PublicAddress(RequestDelegate next, GatewaySettings settings)
{
    private static readonly object Typed = new();

    /// <summary>The host the browser asked for, without port.</summary>
    public static string? TypedHost(HttpContext context) => context.Items.TryGetValue(Typed, out var host) ? host as string : null;

    public Task InvokeAsync(HttpContext context)
    {
        context.Items[Typed] = context.Request.Host.Host;
        context.Request.Scheme = settings.PublicUrl.Scheme;
        context.Request.Host = HostString.FromUriComponent(settings.PublicUrl);
        return next(context);
    }
}
