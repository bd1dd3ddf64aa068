using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Health;

namespace Reseau.Hosting;

/// <summary>Further gRPC endpoints of a service, beside the one it is named after.</summary>
public static class ServiceEndpoints
{
    /// <summary>Serves an endpoint too: its access rules, health and reflection come with its contract.</summary>
    public static IServiceCollection AddEndpoint<TEndpoint>(this IServiceCollection services) where TEndpoint : class =>
        services.AddSingleton(ServedEndpoint.Of<TEndpoint>());
}
