using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Events.V1;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Policies;
using Reseau.Referrals;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;

namespace Reseau.Testing.Hosts;

/// <summary>The referral service, running.</summary>
public sealed class ReferralsHost() : ServiceHost<ReferralsDb>("referrals")
{
    private long _heard;
    private long _signed;

    /// <summary>A client without token.</summary>
    public ReferralsService.ReferralsServiceClient Anonymous => new(Channel);

    /// <summary>A client with the token of a demo client or person.</summary>
    public async Task<ReferralsService.ReferralsServiceClient> ClientAsync(string account) => new(await AsAsync(account));

    /// <summary>Announces a service of the directory, as its topic would.</summary>
    /// <param name="institution">Institution id that answers.</param>
    /// <param name="takesReferrals">Whether it takes referrals.</param>
    /// <returns>The name of the service.</returns>
    public async Task<string> KnowsServiceOfAsync(string institution, bool takesReferrals = true)
    {
        var position = Interlocked.Increment(ref _heard);
        var service = $"services/{Guid.NewGuid():N}";
        await Services.GetRequiredKeyedService<Subscriber<ReferralsDb>>("partners").ReceiveAsync(new()
        {
            Source = "partners",
            Position = position,
            PreviousPosition = position - 1,
            Stream = service,
            Version = 1,
            Type = "service-published",
            OccurTime = Clock.GetUtcNow().ToTimestamp(),
            ServicePublished = new() { Institution = $"institutions/{institution}", DisplayName = "Aide aux démarches", AcceptsReferrals = takesReferrals },
        }, CancellationToken.None);
        return service;
    }

    /// <summary>Announces what was signed, as the topic of conventions would.</summary>
    /// <param name="from">Institution id that sends.</param>
    /// <param name="to">Institution id that receives.</param>
    /// <param name="rules">Adds what the conventions say.</param>
    public Task SignsAsync(string from, string to, Action<Policies.V1.Policy> rules)
    {
        var policy = new Policies.V1.Policy { From = $"institutions/{from}", To = $"institutions/{to}", Version = _signed + 1, Standing = Policies.V1.Policy.Types.Standing.InForce };
        rules(policy);
        return HearConventionsAsync(change => change.PolicyCompiled = new() { Policy = policy });
    }

    /// <summary>Announces how the network is from now on.</summary>
    public Task BecomesAsync(Policies.V1.Network.Types.Mode mode) =>
        HearConventionsAsync(change => change.NetworkModeSet = new() { Network = new() { Mode = mode, Version = _signed + 1 } });

    private Task HearConventionsAsync(Action<Change> say)
    {
        var position = Interlocked.Increment(ref _signed);
        var change = new Change { Source = "conventions", Position = position, PreviousPosition = position - 1, Stream = "policies", Version = position, OccurTime = Clock.GetUtcNow().ToTimestamp() };
        say(change);
        // Nobody wrote the shared state: who asks later must have heard.
        Services.GetRequiredService<PolicyReader>();
        return Services.GetRequiredKeyedService<Subscriber<ReferralsDb>>("conventions").ReceiveAsync(change, CancellationToken.None);
    }

    /// <summary>A valid request to send a person to a service.</summary>
    public static SubmitReferralRequest Submission(string service) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Referral = new()
        {
            Service = service,
            Theme = "numerique--acceder-a-ses-droits-en-ligne",
            Need = "Ne parvient pas à ouvrir son espace en ligne.",
            ReferrerContact = "Accueil du CCAS, 02 61 91 00 01",
            Beneficiary = new() { GivenName = "Maëlle", FamilyName = "Exemple", Phone = "02 61 91 00 02", Commune = "35238" },
            Consent = new() { Given = true, Channel = Consent.Types.Channel.Oral, Witness = "Claire Martin" },
        },
    };

    /// <inheritdoc />
    protected override WebApplication Build(Action<WebApplicationBuilder> host) => ReferralsApp.Build([], host);
}
