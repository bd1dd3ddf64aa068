using Microsoft.AspNetCore.Authorization;

namespace Reseau.Gateway.Session;

/// <summary>
/// When the session store does not answer, a page that needs to know who is there says so (503) instead of asking somebody who
/// is signed in to sign in again. Public pages go on.
/// </summary>
internal static class SessionAvailability
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        if (!SessionStore.Failed(context) || context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null) return next(context);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }
}
