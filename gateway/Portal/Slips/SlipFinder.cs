using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Slips;

/// <summary>Gathers what a slip says: the referral, and what the directory tells everybody about its service.</summary>
public sealed class SlipFinder(ServiceCalls calls, InstitutionNames names, TimeProvider clock)
{
    /// <summary>The slip of a referral; no value and no problem when it is closed.</summary>
    public async Task<(Slip? Slip, CallProblem? Problem)> FindAsync(string name)
    {
        var answer = await calls.Referrals((referrals, options) => referrals.GetReferralAsync(new() { Name = name }, options));
        if (!answer.Succeeded) return (null, answer.Problem);
        if (!Slip.IsFor(answer.Value)) return (null, null);

        var referral = answer.Value;
        var service = await calls.Partners((partners, options) => partners.GetServiceAsync(new() { Name = referral.Service }, options));
        var place = service.Succeeded ? await PlaceAsync(service.Value) : null;
        var parties = await names.OfAllAsync([referral.Sender, referral.Recipient]);
        return (SlipText.Of(referral, service.Value, place, parties[referral.Sender], parties[referral.Recipient], French.Today(clock)), null);
    }

    private async Task<Structure?> PlaceAsync(Service service)
    {
        var place = await calls.Partners((partners, options) => partners.GetStructureAsync(new() { Name = service.Structure }, options));
        return place.Value;
    }
}
