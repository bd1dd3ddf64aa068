using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Reseau.Gateway.Problems;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Portal;

/// <summary>
/// Outermost on the web port: an error without content becomes a page in French for a browser, problem details for a program.
/// The page is rendered by running the request again as a GET of <c>/erreur/{status}</c>: one page for all failures, whatever
/// was being sent.
/// </summary>
internal sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> logger)
{
    public const string Page = "/erreur";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            if (context.Response.HasStarted) throw;
            context.Response.Clear();
            context.Response.StatusCode = StatusOf(exception);
            if (exception is not (SessionStoreException or BadHttpRequestException))
            {
                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
                Log.RequestFailed(logger, exception, context.Request.Method, route, Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
            }
        }

        if (IsAnswered(context) || context.RequestAborted.IsCancellationRequested) return;
        var status = context.Response.StatusCode;
        if (ProblemAnswer.WantsPage(context)) await ShowAsync(context, status);
        else await ProblemAnswer.WriteAsync(context, GatewayError.OfHttp(status).ToStatus(), status);
    }

    // A type without content is no answer: Razor components set it before they refuse a form.
    private static bool IsAnswered(HttpContext context) =>
        context.Response is { HasStarted: true } or { StatusCode: < 400 } or { ContentLength: > 0 };

    private static int StatusOf(Exception exception) => exception switch
    {
        SessionStoreException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        // The authentication handlers wrap what happens on the way back from the realm.
        { InnerException: SessionStoreException } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private async Task ShowAsync(HttpContext context, int status)
    {
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        var path = context.Request.Path.Value ?? "";
        context.SetEndpoint(null);
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Request.RouteValues.Clear();
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = $"{Page}/{status.ToString(CultureInfo.InvariantCulture)}";
        context.Request.QueryString = QueryString.Empty;
        // Tells Razor components that this is an error page: they leave a 404 without content otherwise.
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = path });
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }
}
