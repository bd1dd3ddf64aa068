using Microsoft.EntityFrameworkCore;
using Reseau.Journeys.Local;
using Reseau.Referrals.V1;
using Reseau.Testing;
using Reseau.Testing.Hosts;

namespace Reseau.Chaos;

/// <summary>An institution that sends persons and one that accepts them at once.</summary>
internal sealed class Pair
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    private readonly ReferralsService.ReferralsServiceClient _ccas;
    private readonly ReferralsService.ReferralsServiceClient _caf;
    private readonly string _service;

    private Pair(ReferralsService.ReferralsServiceClient ccas, ReferralsService.ReferralsServiceClient caf, string service) => (_ccas, _caf, _service) = (ccas, caf, service);

    /// <summary>Two of the demo network, once the referral service has heard of what one of them offers.</summary>
    public static async Task<Pair> OfAsync(NetworkHost network)
    {
        var (ccas, caf) = (await network.Referrals.ClientAsync("si-ccas-rennes"), await network.Referrals.ClientAsync("si-caf-35"));
        var found = await network.Partners.Anonymous.SearchServicesAsync(new() { Text = "CAF", Commune = "35238", AcceptsReferralsOnly = true, PageSize = 200 });
        var service = found.Hits.First(hit => hit.Service.Institution == "institutions/caf-35").Service.Name;
        await Eventually.GetAsync(() => network.Referrals.ReadAsync(db => db.KnownServices.AnyAsync(known => known.Name == service)), known => known, Settling);
        return new(ccas, caf, service);
    }

    /// <summary>Sends a person, and has them accepted.</summary>
    public async Task HandOverAsync(CancellationToken cancellation = default)
    {
        var sent = await _ccas.SubmitReferralAsync(ReferralsHost.Submission(_service), cancellationToken: cancellation);
        await _caf.AcceptReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = Requests.NewId() }, cancellationToken: cancellation);
    }
}
