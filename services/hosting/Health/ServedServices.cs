using Google.Protobuf.Reflection;

namespace Reseau.Hosting.Health;

/// <summary>The gRPC services of this process, for health, reflection and access rules.</summary>
/// <param name="Services">Their descriptors.</param>
public sealed record ServedServices(IReadOnlyList<ServiceDescriptor> Services);
