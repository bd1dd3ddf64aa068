using System.Text;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>Pages of the lists: find where the page before ended, take the rows that follow.</summary>
internal static class DirectoryLists
{
    public static ListPage<ListedService> Services(DirectoryFacts facts, ServiceList list, RowPosition? after, int limit, int skip)
    {
        var cut = new RowCut(after);
        var (rows, total) = list switch
        {
            { EveryState: true, InstitutionId: { } own } => (facts.OfInstitution(own, cut.ByFreshness), facts.CountOfInstitution(own)),
            { StructureId: { } structure } => At(facts, structure, list.InstitutionId, cut),
            { InstitutionId: { } institution } => (
                facts.Lists.ServicesByInstitution.From(service => string.CompareOrdinal(service.InstitutionId, institution) is not 0 and var order ? order : cut.ByName(service))
                    .TakeWhile(service => service.InstitutionId == institution),
                facts.Lists.CountServices(institution)),
            _ => (facts.Lists.Services.From(cut.ByName), facts.Lists.Services.Count),
        };
        if (list.ChangedAfter is { } since)
        {
            var changed = rows.Where(service => service.ChangedAt > since).ToList();
            (rows, total) = (changed, after is null ? changed.Count : CountChanged(facts, list, since));
        }
        var page = rows.Skip(skip).Take(limit + 1).ToList();
        var end = page.Count > limit ? End(page[limit - 1].FreshOn, page[limit - 1].SortName, page[limit - 1].Id) : (RowPosition?)null;
        return new([.. page.Take(limit).Select(service => new ListedService(facts.Unpack(service), facts.PlaceOf(service)?.Content))], total, end);
    }

    public static ListPage<StructureRecord> Places(DirectoryFacts facts, string? institutionId, RowPosition? after, int limit, int skip)
    {
        var cut = new RowCut(after);
        var (rows, total) = institutionId is null
            ? (facts.Lists.Places.From(cut.ByName), facts.Lists.Places.Count)
            : (facts.Lists.PlacesByInstitution.From(place => string.CompareOrdinal(place.InstitutionId, institutionId) is not 0 and var order ? order : cut.ByName(place))
                .TakeWhile(place => place.InstitutionId == institutionId), facts.Lists.CountPlaces(institutionId));
        var page = rows.Skip(skip).Take(limit + 1).ToList();
        var end = page.Count > limit ? End(default, page[limit - 1].SortName, page[limit - 1].Id) : (RowPosition?)null;
        return new([.. page.Take(limit).Select(facts.Unpack)], total, end);
    }

    private static int CountChanged(DirectoryFacts facts, ServiceList list, DateTimeOffset since) =>
        Services(facts, list with { ChangedAfter = since }, after: null, limit: 1, skip: 0).Total;

    /// <summary>A place gives a few dozen services: they are gathered and counted.</summary>
    private static (IEnumerable<ServiceFact> Rows, int Total) At(DirectoryFacts facts, string structureId, string? institutionId, RowCut cut)
    {
        var services = facts.ShownAt(structureId).Where(service => institutionId is null || service.InstitutionId == institutionId).ToList();
        return (services.Where(service => cut.ByName(service) > 0), services.Count);
    }

    private static RowPosition End(DateOnly freshOn, ReadOnlySpan<byte> sortName, string id) => new(freshOn, Encoding.UTF8.GetString(sortName), id);
}
