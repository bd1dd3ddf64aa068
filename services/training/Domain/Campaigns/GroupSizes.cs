using Reseau.Kernel;

namespace Reseau.Training.Domain.Campaigns;

/// <summary>
/// How many people share a group, and so what an anonymous answer may carry. A group of fewer than five is not kept, and as many others with it as it
/// takes for those not kept to be five together: of who is not in a known group, no more is known than that. First institutions, then what
/// people of one institution share.
/// </summary>
public sealed class GroupSizes
{
    private static readonly GroupKind[] Kinds = Enum.GetValues<GroupKind>();

    private readonly HashSet<string> _institutions;
    private readonly HashSet<GroupKey> _kept = [];

    /// <summary>Of groups and how many are in each.</summary>
    public GroupSizes(IReadOnlyDictionary<GroupKey, int> groups)
    {
        var totals = groups.Where(group => group.Key.Kind == GroupKind.Function).GroupBy(group => group.Key.Institution, StringComparer.Ordinal)
            .Select(institution => (institution.Key, Persons: institution.Sum(group => group.Value))).OrderBy(institution => institution.Key, StringComparer.Ordinal).ToList();
        _institutions = Kept(totals).ToHashSet(StringComparer.Ordinal);
        var shared = groups.ToLookup(group => (group.Key.Kind, group.Key.Institution));
        foreach (var institution in _institutions)
        {
            foreach (var kind in Kinds)
                _kept.UnionWith(Kept(shared[(kind, institution)].Select(group => (group.Key, Persons: group.Value)).OrderBy(group => group.Key.Key, StringComparer.Ordinal).ToList()));
        }
    }

    /// <summary>What is kept of a group.</summary>
    public GroupKey Keep(GroupKey group)
    {
        if (!_institutions.Contains(group.Institution)) return new(group.Kind, "", "");
        return _kept.Contains(group) ? group : group with { Key = "" };
    }

    private static IEnumerable<T> Kept<T>(List<(T Key, int Persons)> parts)
    {
        var withheld = Suppression.Withheld(parts.ConvertAll(part => part.Persons));
        return parts.Where((_, place) => !withheld[place]).Select(part => part.Key);
    }
}
