using Grpc.Core;
using Reseau.Referrals.V1;

namespace Reseau.Load.Scenarios;

/// <summary>A referral of ccas-rennes to a service of caf-35, with consent; each is durable when it is answered.</summary>
internal sealed class SubmitScenario : Scenario
{
    private readonly ReferralsService.ReferralsServiceClient[] _clients;
    private int _acknowledged;

    public SubmitScenario(Target target, string token) : base(target, token) =>
        _clients = Clients(channel => new ReferralsService.ReferralsServiceClient(channel));

    /// <summary>How many referrals were answered, those of the warm-up included.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>How many referrals of the sender wait for an answer: what was acknowledged must be there.</summary>
    public async Task<int> WaitingAsync(CancellationToken cancellation)
    {
        // Page by page: numbers of lists stop at a bound.
        var (waiting, token) = (0, "");
        do
        {
            var page = await _clients[0].ListReferralsAsync(new() { Worklist = ListReferralsRequest.Types.Worklist.SentUnanswered, PageSize = 200, PageToken = token }, Options(cancellation));
            (waiting, token) = (waiting + page.Referrals.Count, page.NextPageToken);
        }
        while (token.Length > 0);
        return waiting;
    }

    protected override async Task CallAsync(int n, int channel, CallOptions options)
    {
        await _clients[channel].SubmitReferralAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Referral = new()
            {
                Service = "services/caf-35-demarches-en-ligne",
                Theme = "numerique--acceder-a-des-services-en-ligne",
                Need = "Ne parvient pas à ouvrir son espace en ligne pour déclarer ses ressources.",
                ReferrerContact = "Accueil du CCAS, 02 61 91 00 01",
                Beneficiary = new() { GivenName = "Maëlle", FamilyName = $"Exemple {n}", Phone = "02 61 91 00 02", Commune = "35238" },
                Consent = new() { Given = true, Channel = Consent.Types.Channel.Oral, Witness = "Accueil du CCAS" },
            },
        }, options);
        Interlocked.Increment(ref _acknowledged);
    }
}
