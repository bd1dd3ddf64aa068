using Reseau.Partners.V1;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>
/// Looks for who could take a person, first or next: services of the same theme that take referrals, near the person, or near the service that was
/// asked when the person keeps their commune to themselves. Who was already asked is left out, with all of its house.
/// </summary>
public sealed class NextServices(ServiceCalls calls)
{
    private const int Offered = 5;
    private const int LookedAt = 100;

    // One house with a desk in each quarter would leave no choice.
    private const int MostOfOneHouse = 2;

    /// <param name="referral">Whom they are for.</param>
    /// <param name="remoteOnly">Only those that need no travelling.</param>
    /// <param name="withRoomOnly">Only those that say they have room.</param>
    public async Task<NextServicesFound> OfAsync(Referral referral, bool remoteOnly = false, bool withRoomOnly = false)
    {
        var near = referral.Beneficiary?.Commune ?? "";
        var commune = near.Length > 0 || referral.Service.Length == 0 ? near : await CommuneOfAsync(referral.Service);
        var question = new SearchServicesRequest
        {
            Themes = { referral.Theme }, Commune = commune, AcceptsReferralsOnly = true, RemoteOnly = remoteOnly, WithRoomOnly = withRoomOnly, PageSize = LookedAt, View = SearchView.Basic,
        };
        var found = await SearchAsync(referral, question);
        if (found.Hits.Count == 0 && found.Problem is null)
        {
            // Nobody else answers this need: perhaps somebody who answers one like it.
            question.Themes[0] = referral.Theme.Split("--")[0];
            found = await SearchAsync(referral, question) with { IsWidened = true };
        }

        return found with { IsNearPerson = near.Length > 0 };
    }

    private async Task<NextServicesFound> SearchAsync(Referral referral, SearchServicesRequest request)
    {
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
