using Microsoft.Extensions.Caching.Memory;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>Names of institutions for display. They hardly change, and a worklist shows the same few again and again.</summary>
public sealed class InstitutionNames(ServiceCalls calls, IMemoryCache cache)
{
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
}
