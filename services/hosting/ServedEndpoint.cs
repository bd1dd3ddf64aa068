using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Reseau.Hosting;

/// <summary>A gRPC endpoint that a service serves.</summary>
/// <param name="Contract">What it implements.</param>
/// <param name="Map">Adds it to the routes.</param>
public sealed record ServedEndpoint(ServiceDescriptor Contract, Action<IEndpointRouteBuilder> Map)
{
    /// <summary>The endpoint of a class that derives from the generated base.</summary>
    public static ServedEndpoint Of<TEndpoint>() where TEndpoint : class => new(ContractOf(typeof(TEndpoint)), routes => routes.MapGrpcService<TEndpoint>());

    private static ServiceDescriptor ContractOf(Type endpoint)
    {
        for (var type = endpoint.BaseType; type is not null; type = type.BaseType)
        {
            if (type.DeclaringType?.GetProperty("Descriptor")?.GetValue(null) is ServiceDescriptor descriptor) return descriptor;
        }
        throw new InvalidOperationException($"{endpoint.Name} implements no contract.");
    }
}
