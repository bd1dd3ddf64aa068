using Reseau.Partners.Domain;
using Reseau.Partners.Search;

namespace Reseau.Partners.Formats;

/// <summary>What the public may have of the directory: published services of sources that allow it, and the places that show them.</summary>
internal static class OpenDirectory
{
    /// <summary>The places, one by one; services of one place follow each other in what is given.</summary>
    public static IEnumerable<OpenPlace> Of(IEnumerable<DirectoryEntry> published, IReadOnlySet<string> restricted)
    {
        Structure? place = null;
        var services = new List<ServiceRecord>();
        foreach (var entry in published)
        {
            if (place is not null && place.Id != entry.Structure.Id && services.Count > 0)
            {
                yield return new(place, services);
                services = [];
            }

            place = entry.Structure;
            if (MayLeave(entry.Structure.Origin, restricted) && MayLeave(entry.Service.Origin, restricted)) services.Add(entry.Record);
        }

        if (place is not null && services.Count > 0) yield return new(place, services);
    }

    private static bool MayLeave(Origin origin, IReadOnlySet<string> restricted)
    {
        if (origin.Source is { } source && restricted.Contains(source)) return false;
        // The national map gathers other directories, and names them.
        return origin.Kept.Find("carto:source") is not { } named || !restricted.Contains(RawValue.Parse(named).Text);
    }
}
