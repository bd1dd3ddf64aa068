using Microsoft.Extensions.Caching.Memory;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>Names of places of the directory for display. They hardly change, and a calendar shows the same few again and again.</summary>
public sealed class PlaceNames(ServiceCalls calls, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>The names of these <c>structures/{id}</c>; the id of one that the directory does not give.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAllAsync(IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToArray();
        var labels = await Task.WhenAll(distinct.Select(OfAsync));
        return distinct.Zip(labels).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private async Task<string> OfAsync(string name)
    {
        if (cache.TryGetValue<string>(name, out var known) && known is not null) return known;

        var answer = await calls.Partners((partners, options) => partners.GetStructureAsync(new() { Name = name }, options));
        if (!answer.Succeeded) return ResourceId.Of(name);
        return cache.Set(name, answer.Value.DisplayName, Kept);
    }
}
