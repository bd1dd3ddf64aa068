using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Reseau.Hosting.Health;

/// <summary>A gRPC endpoint of a service, and the contract it serves.</summary>
/// <param name="Contract">Its descriptor.</param>
/// <param name="Map">Opens it.</param>
internal sealed record ServedEndpoint(ServiceDescriptor Contract, Action<IEndpointRouteBuilder> Map)
{
    public static ServedEndpoint Of<TEndpoint>() where TEndpoint : class =>
        new(ContractOf(typeof(TEndpoint)), routes => routes.MapGrpcService<TEndpoint>());

    private static ServiceDescriptor ContractOf(Type endpoint)
    {
        for (var type = endpoint.BaseType; type is not null; type = type.BaseType)
        {
            if (type.DeclaringType?.GetProperty("Descriptor")?.GetValue(null) is ServiceDescriptor descriptor) return descriptor;
        }
        throw new InvalidOperationException($"{endpoint.Name} implements no contract.");
    }
}
