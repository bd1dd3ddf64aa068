using Reseau.Kernel;

namespace Reseau.Partners.Rpc;

/// <summary>Resource names of the directory, from the ids of the national systems.</summary>
internal static class Names
{
    public const string Institutions = "institutions";
    public const string Structures = "structures";
    public const string Services = "services";
    public const string Imports = "imports";

    public static string Institution(string id) => ResourceName.Of(Institutions, id).ToString();

    public static string Structure(string id) => ResourceName.Of(Structures, id).ToString();

    public static string Service(string id) => ResourceName.Of(Services, id).ToString();

    /// <summary>The UUID of a record, by its name.</summary>
    public static string Uid(string name) => StableId.Of(name).ToString();

    /// <summary>The id behind a name that was written here.</summary>
    public static string IdOf(string name) => Uri.UnescapeDataString(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    /// <summary>The id behind a name, as its own system writes it.</summary>
    public static string RawId(ResourceName name) => Uri.UnescapeDataString(name.Id ?? "");
}
