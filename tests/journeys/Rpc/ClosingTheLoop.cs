using Reseau.Journeys.Local;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;
using Worklist = Reseau.Referrals.V1.ListReferralsRequest.Types.Worklist;

namespace Reseau.Journeys.Rpc;

public sealed class ClosingTheLoop(RunningEdition running) : RpcJourney(running)
{
    [Fact]
    public async Task The_sender_learns_every_step_and_the_outcome()
    {
        var sent = await Network.SubmittedAsync();
        Assert.Contains(sent.Name, await NamesAsync(Network.Caf, Worklist.ToAnswer));
        Assert.Contains(sent.Name, await NamesAsync(Network.Ccas, Worklist.SentUnanswered));

        var caf = Network.Caf.Referrals;
        var at = await caf.AcknowledgeReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = Requests.NewId() });
        at = await caf.AcceptReferralAsync(new() { Name = at.Name, Etag = at.Etag, RequestId = Requests.NewId(), Message = "Nous appelons la personne." });
        at = await caf.ScheduleReferralAsync(new() { Name = at.Name, Etag = at.Etag, RequestId = Requests.NewId(), Appointment = Requests.Appointment() });
        at = await caf.MarkNoShowAsync(new() { Name = at.Name, Etag = at.Etag, RequestId = Requests.NewId() });
        at = await caf.ScheduleReferralAsync(new() { Name = at.Name, Etag = at.Etag, RequestId = Requests.NewId(), Appointment = Requests.Appointment() });
        at = await caf.MarkAttendedAsync(new() { Name = at.Name, Etag = at.Etag, RequestId = Requests.NewId() });
        await caf.CompleteReferralAsync(new()
        {
            Name = at.Name, Etag = at.Etag, RequestId = Requests.NewId(), Outcome = Outcome.Served, Autonomy = Autonomy.WithThePerson, Message = "Droits ouverts.",
        });

        var closed = await Network.AsSenderAsync(sent.Name);
        Assert.Equal((State.Completed, Outcome.Served, NationalStatus.Validee), (closed.State, closed.Outcome, closed.NationalStatus));
        Assert.Equal(
            [State.Submitted, State.Acknowledged, State.Accepted, State.Scheduled, State.NoShow, State.Scheduled, State.InProgress, State.Completed],
            closed.Timeline.Select(entry => entry.State));
        Assert.Equal("Droits ouverts.", closed.Timeline[^1].Message);
        Assert.Equal([Action.WithdrawConsent, Action.Correct], closed.PossibleActions);
        Assert.Contains(sent.Name, await NamesAsync(Network.Ccas, Worklist.SentClosed));
        Assert.Contains(sent.Name, await NamesAsync(Network.Caf, Worklist.ReceivedClosed));
    }

    [Fact]
    public async Task A_refusal_comes_back_with_its_reasons()
    {
        var sent = await Network.SubmittedAsync();

        await Network.Caf.Referrals.DeclineReferralAsync(new()
        {
            Name = sent.Name, Etag = sent.Etag, RequestId = Requests.NewId(), Reasons = { "hors-territoire", "plus-de-place" }, Message = "Voyez l'EPN de Cleunay.",
        });

        var declined = await Network.AsSenderAsync(sent.Name);
        Assert.Equal((State.Declined, NationalStatus.Refusee), (declined.State, declined.NationalStatus));
        Assert.Equal(["hors-territoire", "plus-de-place"], declined.DeclineReasons);
        Assert.Equal("Voyez l'EPN de Cleunay.", declined.Timeline[^1].Message);
    }

    [Fact]
    public async Task A_retry_after_a_lost_answer_gets_the_first_one()
    {
        var request = Requests.Submission(Network.Service);

        var first = await Requests.SubmitAsync(Network.Ccas, request);
        var again = await Network.Ccas.Referrals.SubmitReferralAsync(request);

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task The_measured_delay_of_the_answer_reaches_the_directory()
    {
        await Network.AcceptedAsync();

        var reasons = await Testing.Eventually.GetAsync(
            async () => (await Network.Ccas.Partners.SearchServicesAsync(new() { Text = "CAF", Commune = "35238", AcceptsReferralsOnly = true, PageSize = 200 }))
                .Hits.Where(hit => hit.Service.Name == Network.Service).SelectMany(hit => hit.Reasons).Select(reason => reason.Kind).ToList(),
            seen => seen.Contains(Partners.V1.SearchReason.Types.Kind.AnswerDelay), TimeSpan.FromSeconds(60));
        Assert.NotEmpty(reasons);
    }

    private static async Task<IEnumerable<string>> NamesAsync(Party party, Worklist worklist)
    {
        var names = new List<string>();
        for (var token = ""; ;)
        {
            var page = await party.Referrals.ListReferralsAsync(new() { Worklist = worklist, PageSize = 200, PageToken = token });
            names.AddRange(page.Referrals.Select(referral => referral.Name));
            if (page.NextPageToken.Length == 0) return names;
            token = page.NextPageToken;
        }
    }
}
