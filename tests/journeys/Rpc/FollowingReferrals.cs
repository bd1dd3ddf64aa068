using Grpc.Core;
using Reseau.Events.V1;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Rpc;

public sealed class FollowingReferrals(RunningEdition running) : RpcJourney(running)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_stream_resumed_from_its_cursor_repeats_nothing_and_misses_nothing()
    {
        using var over = new CancellationTokenSource(Patience);
        string cursor;
        using (var watch = Network.Ccas.Referrals.WatchReferrals(new() { Cursor = "now" }))
        {
            Assert.True(await watch.ResponseStream.MoveNext(over.Token));
            cursor = watch.ResponseStream.Current.Cursor;
        }
        var sent = await Network.SubmittedAsync();
        var accepted = await Network.Caf.Referrals.AcceptReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = Requests.NewId() });

        var (first, afterFirst) = await NextAsync(cursor, over.Token);
        var (second, _) = await NextAsync(afterFirst, over.Token);

        Assert.Equal((sent.Name, 1, Change.BodyOneofCase.ReferralSubmitted), (first.Stream, first.Version, first.BodyCase));
        Assert.Equal((accepted.Name, 2, "ACCEPTED"), (second.Stream, second.Version, second.ReferralMoved.ToState));
    }

    [Fact]
    public async Task An_institution_sees_nothing_of_others()
    {
        using var over = new CancellationTokenSource(Patience);
        using var watch = Network.MissionLocale.Referrals.WatchReferrals(new() { Cursor = "now" });
        Assert.True(await watch.ResponseStream.MoveNext(over.Token));
        await Network.SubmittedAsync();
        var service = (await Network.Ccas.Partners.SearchServicesAsync(new() { AcceptsReferralsOnly = true, PageSize = 200 }))
            .Hits.First(hit => hit.Service.Institution == "institutions/mission-locale-rennes").Service;
        var request = Requests.Submission(service.Name);
        var theirs = await Requests.SubmitAsync(Network.Ccas, request);

        Change? next = null;
        while (next is null && await watch.ResponseStream.MoveNext(over.Token)) next = watch.ResponseStream.Current.Change;

        Assert.Equal(theirs.Name, next?.Stream);
    }

    [Fact]
    public async Task A_cursor_that_was_never_given_is_refused()
    {
        using var watch = Network.Ccas.Referrals.WatchReferrals(new() { Cursor = "yesterday" });

        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(CancellationToken.None)));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_CURSOR"), (refused.Code, refused.Reason));
    }

    private async Task<(Change Change, string Cursor)> NextAsync(string cursor, CancellationToken cancellation)
    {
        using var watch = Network.Ccas.Referrals.WatchReferrals(new() { Cursor = cursor }, cancellationToken: cancellation);
        while (await watch.ResponseStream.MoveNext(cancellation))
        {
            if (watch.ResponseStream.Current is { Change: { } change } message) return (change, message.Cursor);
        }
        throw new InvalidOperationException("The stream ended.");
    }
}
