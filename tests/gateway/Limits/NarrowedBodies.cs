using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Reseau.Gateway.Tests.Limits;

/// <summary>Makes every limit of a request's length a small one, that a test reaches in a moment; who may send how much, the gateway decides.</summary>
internal sealed class NarrowedBodies(long most) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, go) =>
        {
            context.Features.Set<IHttpMaxRequestBodySizeFeature>(new Narrowed(context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>(), most));
            return go(context);
        });
        next(app);
    };

    private sealed class Narrowed(IHttpMaxRequestBodySizeFeature limit, long most) : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => limit.IsReadOnly;

        public long? MaxRequestBodySize
        {
            get => limit.MaxRequestBodySize;
            set => limit.MaxRequestBodySize = Math.Min(value ?? most, most);
        }
    }
}
