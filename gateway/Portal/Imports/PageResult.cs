using Microsoft.AspNetCore.Components.Endpoints;

namespace Reseau.Gateway.Portal.Imports;

/// <summary>
/// Answers a form with a page, in the same request: what became of a file is shown at once, and no replica of the gateway has to keep it until
/// the browser asks again. The page runs as if it were asked for; what it is to show is in the items of the request.
/// </summary>
/// <param name="template">The page, as it declares itself.</param>
internal sealed class PageResult(string template) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var page = httpContext.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .First(endpoint => endpoint.RoutePattern.RawText == template && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);
        httpContext.SetEndpoint(page);
        httpContext.Request.Method = HttpMethods.Get;
        // The form was read: nobody must look for it again.
        httpContext.Request.ContentType = null;
        return page.RequestDelegate!(httpContext);
    }
}
