using Grpc.Core;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.ListReferralsRequest.Types;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class ListingAndWatching(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    [Fact]
    public async Task Each_referral_is_on_one_list_of_each_side_and_counts_follow()
    {
        // A sender and a recipient of this test alone, so that its counts are exact.
        var (sender, recipient) = (await host.ClientAsync("si-mission-locale-rennes"), await host.ClientAsync("si-departement-35"));
        var service = await host.KnowsServiceOfAsync("departement-35");
        var sent = new List<string>();
        for (var i = 0; i < 5; i++) sent.Add((await sender.SubmitReferralAsync(ReferralsHost.Submission(service))).Name);
        await recipient.AcceptReferralAsync(new() { Name = sent[1], RequestId = NewId() });
        await recipient.DeclineReferralAsync(new() { Name = sent[2], RequestId = NewId(), Reasons = { "hors-périmètre" } });

        Assert.Equal([sent[0], sent[3], sent[4]], await NamesAsync(recipient, Worklist.ToAnswer));
        Assert.Equal([sent[1]], await NamesAsync(recipient, Worklist.ToBook));
        Assert.Equal([sent[2]], await NamesAsync(recipient, Worklist.ReceivedClosed));
        Assert.Equal([sent[0], sent[3], sent[4]], await NamesAsync(sender, Worklist.SentUnanswered));
        Assert.Equal([sent[1]], await NamesAsync(sender, Worklist.SentUnderWay));
        Assert.Equal([sent[2]], await NamesAsync(sender, Worklist.SentClosed));

        var counts = (await sender.ListReferralsAsync(new())).Counts.ToDictionary(count => count.Worklist, count => count.Count);
        Assert.Equal(new Dictionary<Worklist, int> { [Worklist.SentUnanswered] = 3, [Worklist.SentUnderWay] = 1 }, counts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Any_page_size_visits_each_referral_once(int size)
    {
        var sender = await host.ClientAsync("si-ccas-rennes");
        var service = await host.KnowsServiceOfAsync("caf-35");
        for (var i = 0; i < 5; i++) await sender.SubmitReferralAsync(ReferralsHost.Submission(service));

        foreach (var list in (Worklist[])[Worklist.Unspecified, Worklist.SentUnanswered])
        {
            var all = await NamesAsync(sender, list);
            var visited = new List<string>();
            for (var token = ""; ;)
            {
                var page = await sender.ListReferralsAsync(new() { Worklist = list, PageSize = size, PageToken = token });
                visited.AddRange(page.Referrals.Select(referral => referral.Name));
                if ((token = page.NextPageToken).Length == 0) break;
            }
            Assert.Equal(all, visited);
            Assert.Equal(visited.Count, visited.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public async Task A_page_token_of_another_list_is_refused()
    {
        var sender = await host.ClientAsync("si-ccas-rennes");
        var service = await host.KnowsServiceOfAsync("caf-35");
        for (var i = 0; i < 2; i++) await sender.SubmitReferralAsync(ReferralsHost.Submission(service));
        var token = (await sender.ListReferralsAsync(new() { Worklist = Worklist.SentUnanswered, PageSize = 1 })).NextPageToken;

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await sender.ListReferralsAsync(new() { Worklist = Worklist.Unspecified, PageToken = token }));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_PAGE_TOKEN"), (refused.StatusCode, ErrorInfoOf(refused).Reason));
    }

    [Fact]
    public async Task A_stream_resumes_after_any_cursor_without_loss_or_repeat()
    {
        var (sender, recipient) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var service = await host.KnowsServiceOfAsync("caf-35");
        string[] names = [(await sender.SubmitReferralAsync(ReferralsHost.Submission(service))).Name, (await sender.SubmitReferralAsync(ReferralsHost.Submission(service))).Name];
        await recipient.AcceptReferralAsync(new() { Name = names[0], RequestId = NewId() });

        var whole = await ReadAsync(sender, "", names);
        Assert.Equal([(names[0], "referral-submitted"), (names[1], "referral-submitted"), (names[0], "referral-accepted")], whole.Select(seen => (seen.Change.Stream, seen.Change.Type)));
        for (var i = 0; i < whole.Count; i++)
            Assert.Equal(whole.Skip(i + 1).Select(seen => seen.Cursor), (await ReadAsync(sender, whole[i].Cursor, names)).Select(seen => seen.Cursor));

        var stranger = await host.ClientAsync("si-departement-35");
        Assert.Empty(await ReadAsync(stranger, "", names));
    }

    [Fact]
    public async Task Lists_show_names_and_no_more_of_the_person()
    {
        var (sender, recipient) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var sent = await sender.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35")));

        var line = (await recipient.ListReferralsAsync(new() { Worklist = Worklist.ToAnswer, PageSize = 200 })).Referrals.Single(referral => referral.Name == sent.Name);

        Assert.Equal(new() { GivenName = "Maëlle", FamilyName = "Exemple" }, line.Beneficiary);
        Assert.Equal(("", ""), (line.Need, line.ReferrerContact));
    }

    // Reads up to the first sign of life: everything that had happened.
    private static async Task<List<WatchReferralsResponse>> ReadAsync(ReferralsService.ReferralsServiceClient client, string cursor, string[] names)
    {
        using var watch = client.WatchReferrals(new() { Cursor = cursor });
        var seen = new List<WatchReferralsResponse>();
        while (await watch.ResponseStream.MoveNext(CancellationToken.None) && watch.ResponseStream.Current.Change is not null) seen.Add(watch.ResponseStream.Current);
        return [.. seen.Where(message => names.Contains(message.Change.Stream, StringComparer.Ordinal))];
    }

    private static async Task<IEnumerable<string>> NamesAsync(ReferralsService.ReferralsServiceClient client, Worklist list) =>
        (await client.ListReferralsAsync(new() { Worklist = list, PageSize = 200 })).Referrals.Select(referral => referral.Name);

    private static string NewId() => Guid.NewGuid().ToString();
}
