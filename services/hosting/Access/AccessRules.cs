using Google.Protobuf.Reflection;
using Reseau.Access.V1;

namespace Reseau.Hosting.Access;

/// <summary>The rule of every method this process serves, read from the contract.</summary>
public sealed class AccessRules(IEnumerable<ServiceDescriptor> services)
{
    private readonly Dictionary<string, Rule> _rules = services
        .SelectMany(service => service.Methods)
        .Where(method => RuleOf(method) is not null)
        .ToDictionary(method => $"/{method.Service.FullName}/{method.Name}", method => RuleOf(method)!, StringComparer.Ordinal);

    // Published by others without our option: liveness and the contract itself are public; the sidecar's callback
    // carries its own token, checked by SidecarToken.
    private static readonly string[] OpenServices = ["/grpc.health.v1.Health/", "/grpc.reflection.v1.ServerReflection/"];

    /// <summary>The rule of a method; null when it has none, and then nobody may call it.</summary>
    public Rule? Find(string method)
    {
        if (_rules.TryGetValue(method, out var rule)) return rule;
        return OpenServices.Any(open => method.StartsWith(open, StringComparison.Ordinal)) ? new() { Scope = Scope.Public } : null;
    }

    /// <summary>The rule a method carries in the contract.</summary>
    public static Rule? RuleOf(MethodDescriptor method) => method.GetOptions()?.GetExtension(AccessExtensions.Rule);
}
