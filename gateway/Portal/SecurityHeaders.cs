namespace Reseau.Gateway.Portal;

/// <summary>
/// What every page tells the browser: run no script, load nothing from elsewhere, be framed by nobody, keep nothing of a page
/// seen while signed in. Pages of the identity provider, when it stands behind the gateway, say so for themselves.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, GatewaySettings settings)
{
    // Chrome applies form-action to the redirections that follow a form too: a form sent after the session ended goes to the realm.
    private readonly string _policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; "
        + $"form-action 'self' {settings.AuthServerUrl.GetLeftPart(UriPartial.Authority)}; frame-ancestors 'none'; base-uri 'self'";

    private readonly bool _secure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/realms", StringComparison.Ordinal)) context.Response.OnStarting(Add, context);
        return next(context);
    }

    private Task Add(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (_secure) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (context.User.Identity is { IsAuthenticated: true } || string.IsNullOrEmpty(headers.CacheControl))
        {
            if (!context.Request.Path.StartsWithSegments(PortalAssets.Root, StringComparison.Ordinal)) headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
