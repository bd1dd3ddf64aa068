using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>Titles of the campaigns that revealed needs, those that the reader may see.</summary>
public sealed class CampaignNames(ServiceCalls calls)
{
    /// <summary>Titles by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<NeedOrigin> origins)
    {
        string[] names = [.. origins.Where(origin => origin.Campaign is not null).Select(origin => origin.Campaign.Campaign).Distinct(StringComparer.Ordinal)];
        var found = await Task.WhenAll(names.Select(name => calls.Campaigns((campaigns, options) => campaigns.GetCampaignAsync(new() { Name = name }, options))));
        return found.Where(answer => answer.Succeeded).ToDictionary(answer => answer.Value!.Name, answer => answer.Value!.Title, StringComparer.Ordinal);
    }
}
