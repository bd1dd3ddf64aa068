using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Figures;

namespace Reseau.Training.Campaigns;

/// <summary>How many people share what an anonymous answer may carry: those whom the campaign asks and who are there today.</summary>
internal sealed class AskedPeople(PeopleTable people, TimeProvider clock)
{
    /// <summary>The sizes of the groups of those whom a campaign asks.</summary>
    public async Task<GroupSizes> SizesAsync(Campaign campaign, CancellationToken cancellation)
    {
        var (today, now) = (FrenchDay.Of(clock.GetUtcNow()).DayNumber, await people.ReadAsync(cancellation));
        var own = campaign.Network ? -1 : now.Names.Institutions.Find(campaign.Institution);
        // Numbers first: names are looked up once for each group, not for each of a hundred thousand persons.
        var counts = new Dictionary<(GroupKind Kind, int Institution, int Key), int>();
        foreach (var person in now.Persons)
        {
            if (!person.IsThere(today) || !campaign.Asks((Function)person.Function) || !(campaign.Network || person.Institution == own)) continue;
            Count(counts, (GroupKind.Function, person.Institution, person.Function));
            if (person.Sites.Length == 0) Count(counts, (GroupKind.Site, person.Institution, -1));
            foreach (var site in person.Sites) Count(counts, (GroupKind.Site, person.Institution, site));
        }
        return new(counts.ToDictionary(count => new GroupKey(count.Key.Kind, now.Names.Institutions.NameOf(count.Key.Institution), NameOf(count.Key, now.Names)), count => count.Value));
    }

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key) where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static string NameOf((GroupKind Kind, int Institution, int Key) group, PeopleNames names)
    {
        if (group.Kind == GroupKind.Function) return EnumNames.Of((Function)group.Key);
        return group.Key < 0 ? "" : names.Sites.NameOf(group.Key);
    }
}
