using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Reseau.Sidecar.Hosting;

/// <summary>The two health addresses. They need no token: what answers them knows nothing worth hiding.</summary>
internal static class Health
{
    private static readonly Dictionary<string, string> NotReady = new(StringComparer.Ordinal)
    {
        ["errorCode"] = "ERR_HEALTH_NOT_READY",
        ["message"] = "dapr is not ready",
    };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/v1.0/healthz", (HttpContext context, string? appid) => Answer(IsReady(SidecarApps.Of(context), appid)));

        // Calls are served from the moment the port is open, whether or not the application is up.
        endpoints.MapGet("/v1.0/healthz/outbound", () => Answer(ready: true));
    }

    private static bool IsReady(SidecarApp app, string? appId) =>
        (appId is null || appId == app.AppId) && (app.Address is null || app.Subscriptions is not null);

    private static IResult Answer(bool ready) =>
        ready ? Results.NoContent() : Results.Json(NotReady, statusCode: StatusCodes.Status500InternalServerError);
}
