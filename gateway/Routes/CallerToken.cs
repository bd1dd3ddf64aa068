using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Reseau.Gateway.Problems;

namespace Reseau.Gateway.Routes;

/// <summary>
/// On the gRPC port a token that is present must be valid. A call without one goes through: the contract says which methods are
/// public, and the service refuses the others. Services validate the token again.
/// </summary>
internal sealed class CallerToken(RequestDelegate next, IOptionsMonitor<JwtBearerOptions> options, ILogger<CallerToken> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count == 0 || context.User.Identity is { IsAuthenticated: true })
        {
            await next(context);
            return;
        }

        var failure = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure;
        Log.TokenRefused(logger, failure?.GetType().Name ?? "none");
        GrpcAnswer.Write(context, (await ReasonAsync(context.RequestAborted)).ToStatus());
    }

    // Without the realm's keys every token looks false. Telling a caller so would make it throw a good token away.
    private async Task<GatewayError> ReasonAsync(CancellationToken cancellation)
    {
        try
        {
            await options.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(cancellation);
            return GatewayError.Unauthenticated;
        }
        catch (InvalidOperationException exception)
        {
            Log.IdentityUnavailable(logger, exception);
            return GatewayError.IdentityUnavailable;
        }
    }
}
