using Grpc.Core;
using Reseau.Journeys.Local;
using static Reseau.Referrals.V1.Referral.Types;

namespace Reseau.Journeys.Rpc;

public sealed class CancellingAReferral(RunningEdition running) : RpcJourney(running)
{
    [Fact]
    public async Task Before_anybody_has_read_it_the_sender_cancels_alone()
    {
        var sent = await Network.SubmittedAsync();

        var cancelled = await Network.Ccas.Referrals.CancelReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = Requests.NewId() });

        Assert.Equal((State.Cancelled, NationalStatus.Refusee), (cancelled.State, cancelled.NationalStatus));
    }

    [Fact]
    public async Task Once_it_is_accepted_the_sender_can_only_ask()
    {
        var accepted = await Network.AcceptedAsync();

        var refused = await Refused.ByAsync(Network.Ccas.Referrals.CancelReferralAsync(new() { Name = accepted.Name, Etag = accepted.Etag, RequestId = Requests.NewId() }));

        Assert.Equal((StatusCode.FailedPrecondition, "REFERRAL_TRANSITION_NOT_ALLOWED"), (refused.Code, refused.Reason));
        Assert.Equal("ACCEPTED", refused.Facts["state"]);
        Assert.Contains("REQUEST_CANCELLATION", refused.Facts["possible"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recipient_confirms_and_the_national_status_stays_what_it_was()
    {
        var asked = await AskedAsync();
        Assert.Equal(State.CancellationRequested, asked.State);

        await Network.Caf.Referrals.ConfirmCancellationAsync(new() { Name = asked.Name, Etag = asked.Etag, RequestId = Requests.NewId() });

        var cancelled = await Network.AsSenderAsync(asked.Name);
        Assert.Equal((State.Cancelled, NationalStatus.Validee), (cancelled.State, cancelled.NationalStatus));
    }

    [Fact]
    public async Task The_recipient_says_that_the_work_was_already_done()
    {
        var asked = await AskedAsync();

        await Network.Caf.Referrals.CompleteReferralAsync(new() { Name = asked.Name, Etag = asked.Etag, RequestId = Requests.NewId(), Outcome = Outcome.Served });

        var completed = await Network.AsSenderAsync(asked.Name);
        Assert.Equal((State.Completed, Outcome.Served), (completed.State, completed.Outcome));
    }

    private async Task<Referrals.V1.Referral> AskedAsync()
    {
        var accepted = await Network.AcceptedAsync();
        return await Network.Ccas.Referrals.RequestCancellationAsync(
            new() { Name = accepted.Name, Etag = accepted.Etag, RequestId = Requests.NewId(), Message = "La personne a déménagé." });
    }
}
