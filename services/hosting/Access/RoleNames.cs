using Google.Protobuf.Reflection;
using Reseau.Access.V1;

namespace Reseau.Hosting.Access;

/// <summary>Realm roles by name: <c>ROLE_AGENT_ACCUEIL</c> of the contract is <c>agent-accueil</c> of the identity provider.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, Role> ByName = AccessReflection.Descriptor.FindTypeByName<EnumDescriptor>("Role").Values
        .Where(value => value.Number != 0)
        .ToDictionary(value => Name(value.Name), value => (Role)value.Number, StringComparer.Ordinal);

    /// <summary>The role of a realm role; false for those Réseau does not know.</summary>
    public static bool TryParse(string name, out Role role) => ByName.TryGetValue(name, out role);

    /// <summary>The realm role of a role.</summary>
    public static string NameOf(Role role) => ByName.Single(pair => pair.Value == role).Key;

    private static string Name(string value) => value["ROLE_".Length..].ToLowerInvariant().Replace('_', '-');
}
