using Microsoft.Extensions.Caching.Memory;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>Names of institutions for display. They hardly change, and a worklist shows the same few again and again.</summary>
public sealed class InstitutionNames(ServiceCalls calls, IMemoryCache cache)
{
    private const int PageSize = 200;
    private const int MostPages = 10;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>The display name of <c>institutions/{id}</c>; the id itself while the directory does not answer.</summary>
    public async Task<string> OfAsync(string name)
    {
        if (name.Length == 0) return "Réseau";
        if (cache.TryGetValue<string>(name, out var known) && known is not null) return known;

        var answer = await calls.Partners((partners, options) => partners.GetInstitutionAsync(new() { Name = name }, options));
        if (!answer.Succeeded) return ResourceId.Of(name);
        return cache.Set(name, answer.Value.DisplayName, Kept);
    }

    /// <summary>The same for several names, each asked once.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAllAsync(IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToArray();
        var labels = await Task.WhenAll(distinct.Select(OfAsync));
        return distinct.Zip(labels).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>The first two thousand institutions of the network, to complete what is typed, without those that left; fewer while the directory does not answer.</summary>
    public async Task<IReadOnlyList<Institution>> AllAsync()
    {
        var all = new List<Institution>();
        var token = "";
        for (var page = 0; page < MostPages; page++)
        {
            var request = new ListInstitutionsRequest { PageSize = PageSize, PageToken = token };
            var answer = await calls.Partners((partners, options) => partners.ListInstitutionsAsync(request, options));
            if (!answer.Succeeded) break;
            all.AddRange(answer.Value.Institutions.Where(institution => institution.ArchiveTime is null));
            token = answer.Value.NextPageToken;
            if (token.Length == 0) break;
        }

        return all;
    }
}
