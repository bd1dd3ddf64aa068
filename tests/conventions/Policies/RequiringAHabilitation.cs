using Grpc.Core;
using Reseau.Kernel.Calendar;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.V1;
using static Reseau.Conventions.Tests.Rpc.Network;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Conventions.Tests.Policies;

/// <summary>What one service knows of a professional counts in another because a third one has it signed.</summary>
public sealed class RequiringAHabilitation
{
    private const string Claire = "claire.accueil";
    private const string Rule = "habilitationRules/accueil-essai";
    private const string Missing = "POLICY_HABILITATION_MISSING";

    [Theory, OnEveryProvider]
    public async Task Who_holds_it_refers_until_its_last_day_and_then_reads_the_clause_until_it_is_renewed(DatabaseProvider provider)
    {
        var clock = new TestClock();
        var network = new NetworkHost { Provider = provider, Clock = clock };
        await network.InitializeAsync();
        try
        {
            // Who signs has just signed in, by the clock of the identity provider: it went on while the services started.
            clock.Advance(DateTimeOffset.UtcNow - clock.GetUtcNow());
            var service = await network.Referrals.KnowsServiceOfAsync("caf-35");
            var content = Ready(clock.GetUtcNow());
            content.ReferralTerms[0].RequiredHabilitations.Add("accueil-essai");
            var signed = await ActiveAsync(network.Conventions, content);
            var today = FrenchDay.Of(clock.GetUtcNow());
            await DefineAsync(network.Training);
            var record = await (await network.Training.ProfessionalsAsync(Claire)).ClaimProfessionalAsync(new() { Function = Function.ReceptionAgent, RequestId = NewId() });
            await HelpOfTheCaf.OfferAsync(network.Partners);
            await FindsAsync(lacksIt: true);
            var refused = await AnswersAsync(Claire, Missing);
            Assert.Equal((signed.Name, "1", "accueil-essai"), (refused["convention"], refused["clause"], refused["habilitation"]));

            var given = (await GrantAsync(today)).Habilitations[0].ValidUntil;
            await AnswersAsync(Claire, "");
            await FindsAsync(lacksIt: false);
            // It is hers, and nobody else's of her institution.
            await AnswersAsync("si-ccas-rennes", Missing);

            var last = new DateOnly(given.Year, given.Month, given.Day);
            clock.Advance(FrenchDay.StartOf(last) - clock.GetUtcNow());
            await AnswersAsync(Claire, "");
            clock.Advance(FrenchDay.StartOf(last.AddDays(1)) - clock.GetUtcNow());
            Assert.Equal("1", (await AnswersAsync(Claire, Missing))["clause"]);
            await FindsAsync(lacksIt: true);

            await GrantAsync(last.AddDays(1));
            await AnswersAsync(Claire, "");

            async Task<Professional> GrantAsync(DateOnly day) => await (await network.Training.HabilitationsAsync(Yann)).GrantHabilitationAsync(
                new() { Name = record.Name, Rule = Rule, Date = ToDate(day), Evidence = "Attestation 12", RequestId = NewId() });

            // Searches until the directory says that it is asked for, and whether she lacks it; it looks again after a second.
            Task FindsAsync(bool lacksIt) => Eventually.GetAsync(async () =>
            {
                clock.Advance(TimeSpan.FromSeconds(2));
                return (await (await network.Partners.ClientAsync(Claire)).SearchServicesAsync(new() { Text = "déclaration" })).Hits.SingleOrDefault();
            }, hit => hit is { RequiredHabilitations: ["accueil-essai"] } && hit.MissingHabilitations.Count == (lacksIt ? 1 : 0));

            // Sends until the answer is this one: what is signed and what is held reaches the referrals in a moment.
            async Task<IDictionary<string, string>> AnswersAsync(string account, string reason) =>
                (await Eventually.GetAsync(async () => await SendAsync(await network.Referrals.ClientAsync(account), service), answer => answer.Reason == reason)).Facts;
        }
        finally
        {
            await network.DisposeAsync();
        }
    }

    private static async Task DefineAsync(TrainingHost host) => await (await host.HabilitationsAsync(Sofia)).DefineHabilitationRuleAsync(new()
    {
        Rule = new() { Name = Rule, Title = "Accueil (essai)", ByEvidence = true, DurationMonths = 1 }, RequestId = NewId(),
    });

    private static async Task<(string Reason, IDictionary<string, string> Facts)> SendAsync(Referrals.V1.ReferralsService.ReferralsServiceClient sender, string service)
    {
        try
        {
            await sender.SubmitReferralAsync(ReferralsHost.Submission(service));
            return ("", new Dictionary<string, string>(StringComparer.Ordinal));
        }
        catch (RpcException failure)
        {
            return (ErrorInfoOf(failure).Reason, ErrorInfoOf(failure).Metadata);
        }
    }
}
