using Reseau.Partners.V1;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>
/// Looks for who could take a person next: services of the same theme that take referrals, near the person, or near the service that was
/// asked when the person keeps their commune to themselves. Who was already asked is left out, with all of its house.
/// </summary>
public sealed class NextServices(ServiceCalls calls)
{
    private const int Offered = 5;
    private const int LookedAt = 100;

    // One house with a desk in each quarter would leave no choice.
    private const int MostOfOneHouse = 2;

    public async Task<NextServicesFound> OfAsync(Referral referral)
    {
        var near = referral.Beneficiary?.Commune ?? "";
        var commune = near.Length > 0 ? near : await CommuneOfAsync(referral.Service);
        var found = await SearchAsync(referral, referral.Theme, commune);
        if (found.Hits.Count == 0 && found.Problem is null)
        {
            // Nobody else answers this need: perhaps somebody who answers one like it.
            var family = referral.Theme.Split("--")[0];
            found = await SearchAsync(referral, family, commune) with { IsWidened = true };
        }

        return found with { IsNearPerson = near.Length > 0 };
    }

    private async Task<NextServicesFound> SearchAsync(Referral referral, string theme, string commune)
    {
        var request = new SearchServicesRequest { Themes = { theme }, Commune = commune, AcceptsReferralsOnly = true, PageSize = LookedAt, View = SearchView.Basic };
        var answer = await calls.Partners((partners, options) => partners.SearchServicesAsync(request, options));
        if (!answer.Succeeded) return new([], answer.Problem);

        var asked = referral.Chain.Select(link => link.Recipient).Append(referral.Recipient).Append(referral.Sender).ToHashSet(StringComparer.Ordinal);
        var hits = answer.Value.Hits.Where(hit => !asked.Contains(hit.Service.Institution)).ToList();
        return new([.. hits.Where(hit => hits.Where(other => other.Service.Institution == hit.Service.Institution).Take(MostOfOneHouse).Contains(hit)).Take(Offered)], null);
    }

    private async Task<string> CommuneOfAsync(string name)
    {
        var service = await calls.Partners((partners, options) => partners.GetServiceAsync(new() { Name = name }, options));
        if (!service.Succeeded) return "";
        if (service.Value.Address is { } own) return own.InseeCode;

        var place = await calls.Partners((partners, options) => partners.GetStructureAsync(new() { Name = service.Value.Structure }, options));
        return place.Value?.Address?.InseeCode ?? "";
    }
}
