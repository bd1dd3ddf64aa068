using Reseau.Gateway.Portal.Map;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>What people call what revealed needs: the titles of campaigns, those that the reader may see, and the names of communes.</summary>
public sealed class OriginNames(ServiceCalls calls, CommunePoints communes)
{
    /// <summary>Titles by name of a campaign, and names by INSEE code of a commune.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyCollection<NeedOrigin> origins)
    {
        string[] campaigns = [.. origins.Where(origin => origin.Campaign is not null).Select(origin => origin.Campaign.Campaign).Distinct(StringComparer.Ordinal)];
        var found = await Task.WhenAll(campaigns.Select(name => calls.Campaigns((to, options) => to.GetCampaignAsync(new() { Name = name }, options))));
        var titles = found.Where(answer => answer.Succeeded).Select(answer => (Key: answer.Value!.Name, Name: answer.Value.Title));
        var places = origins.Where(origin => origin.Searches is not null).Select(origin => communes.Find(origin.Searches.Commune)).OfType<CommunePoint>().Select(commune => (Key: commune.Insee, commune.Name));
        return titles.Concat(places).DistinctBy(named => named.Key, StringComparer.Ordinal).ToDictionary(named => named.Key, named => named.Name, StringComparer.Ordinal);
    }
}
