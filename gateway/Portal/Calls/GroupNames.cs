using Reseau.Gateway.Portal.Labels;
using static Reseau.Referrals.V1.GetNetworkFiguresRequest.Types;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>What people call the groups of figures: institutions, themes, services.</summary>
public sealed class GroupNames(ServiceCalls calls, InstitutionNames institutions)
{
    // Asking for each service by itself is only worth it for those that are read.
    private const int MostServices = 50;

    /// <summary>The names of these groups; the id of a service that the directory no longer has, or that stands far down the list.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Grouping grouping, IEnumerable<string> keys)
    {
        string[] all = [.. keys];
        return grouping switch
        {
            Grouping.Recipient or Grouping.Sender => await institutions.OfAllAsync(all),
            Grouping.Service => await ServicesAsync(all),
            _ => all.ToDictionary(key => key, Label.Theme, StringComparer.Ordinal),
        };
    }

    /// <summary>The names of these services, as <see cref="OfAsync"/> gives them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ServicesAsync(string[] names)
    {
        var labels = await Task.WhenAll(names.Take(MostServices).Select(ServiceAsync));
        return names.Zip(labels.Concat(names.Skip(MostServices).Select(ResourceId.Of))).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private async Task<string> ServiceAsync(string name)
    {
        var answer = await calls.Partners((partners, options) => partners.GetServiceAsync(new() { Name = name }, options));
        return answer.Succeeded ? answer.Value.DisplayName : ResourceId.Of(name);
    }
}
