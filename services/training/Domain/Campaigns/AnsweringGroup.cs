using Reseau.Kernel;

namespace Reseau.Training.Domain.Campaigns;

/// <summary>Where somebody who answers works: what results are told by.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="Function">Name of their function, e.g. <c>RECEPTION_AGENT</c>.</param>
/// <param name="Sites"><c>structures/{structure}</c>.</param>
public sealed record AnsweringGroup(string Institution, string Function, ValueList<string> Sites)
{
    /// <summary>The groups that they count in: one of their function, one for each site, or for none.</summary>
    public IEnumerable<GroupKey> Keys() =>
        Sites.DefaultIfEmpty("").Select(site => new GroupKey(GroupKind.Site, Institution, site)).Prepend(new(GroupKind.Function, Institution, Function));
}

/// <summary>A group of people of an institution.</summary>
/// <param name="Kind">What they share.</param>
/// <param name="Institution">Institution id; empty = not kept.</param>
/// <param name="Key">Name of the function or site; empty = none, or not kept.</param>
public sealed record GroupKey(GroupKind Kind, string Institution, string Key);

/// <summary>What the people of a group share, beside their institution.</summary>
public enum GroupKind
{
    /// <summary>Their function: everybody is in one such group.</summary>
    Function = 1,

    /// <summary>A site: who works at two is in two.</summary>
    Site,
}
