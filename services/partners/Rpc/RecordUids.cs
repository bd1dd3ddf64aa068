using Reseau.Kernel;
using Reseau.Partners.Search;

namespace Reseau.Partners.Rpc;

/// <summary>
/// The names behind UUIDs (<see cref="StableId"/>), for programs that only have those. Made when first asked for: most networks never are. A
/// name keeps its UUID for ever, so what is known stays true; an unknown one is looked for among the records that came since.
/// </summary>
internal sealed class RecordUids(DirectoryIndex index)
{
    private readonly Lock _making = new();
    private readonly Dictionary<Guid, string> _names = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private long _version = -1;

    /// <summary>The name that a UUID in its place stands for; the name itself when its id is no UUID that is known.</summary>
    public string NameOf(ResourceName asked)
    {
        if (!Guid.TryParseExact(asked.Id, "D", out var uid)) return asked.ToString();
        lock (_making)
        {
            if (!_names.ContainsKey(uid)) Learn();
            return _names.TryGetValue(uid, out var name) && name.StartsWith($"{asked.Collection}/", StringComparison.Ordinal) ? name : asked.ToString();
        }
    }

    private void Learn()
    {
        var version = index.Version;
        if (version == _version) return;
        var (institutions, structures, services) = index.Ids();
        foreach (var name in institutions.Select(Names.Institution).Concat(structures.Select(Names.Structure)).Concat(services.Select(Names.Service)))
        {
            if (_known.Add(name)) _names[StableId.Of(name)] = name;
        }

        _version = version;
    }
}
