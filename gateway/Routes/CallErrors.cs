using System.Diagnostics;
using Reseau.Gateway.Problems;

namespace Reseau.Gateway.Routes;

/// <summary>
/// Outermost on the gRPC port: whatever the gateway itself fails at reaches the caller as a gRPC status with details, never as
/// a naked HTTP status, which clients turn into guesses. Answers of services pass untouched.
/// </summary>
internal sealed class CallErrors(RequestDelegate next, ILogger<CallErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            Log.RequestFailed(logger, exception, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "", trace);
            if (context.Response.HasStarted) throw;
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested) return;
        if (!GrpcAnswer.IsCall(context) || GrpcAnswer.IsAnswered(context)) return;
        GrpcAnswer.Write(context, Meaning(context.Response.StatusCode).ToStatus());
    }

    // A path without route is a method nobody has; a service that answers plain HTTP to a call is not in order.
    private static GatewayError Meaning(int status) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => GatewayError.UnknownMethod,
        < 400 => GatewayError.Failure,
        _ => GatewayError.OfHttp(status),
    };
}
