using Reseau.Referrals.Notifications;
using Reseau.Testing.Databases;
using static Reseau.Referrals.Notifications.NotificationPace;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class NotingNews
{
    private static readonly System.Text.Json.JsonSerializerOptions WithFields = new() { IncludeFields = true };

    [Fact]
    public async Task Who_subscribed_at_the_other_party_is_told_and_nobody_else()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate));
        await desk.WantsAsync("claire", Desk.Sender, Desk.By(Immediate));
        await desk.WantsAsync("lea", "mission-locale-rennes", Desk.By(Immediate));
        await desk.WantsAsync("silent", Desk.Recipient, Desk.By(None));
        await desk.WantsAsync("unreachable", Desk.Recipient, Desk.By(Immediate) with { Channels = [] });

        var name = await desk.SubmittedAsync();
        await desk.RecordAsync();
        Assert.Equal(["karim"], (await desk.DeliveriesAsync()).Select(row => row.Subject));

        await desk.AcceptedAsync(name);
        await desk.RecordAsync();
        Assert.Equal(["claire", "karim"], (await desk.DeliveriesAsync()).Select(row => row.Subject).Order());
    }

    [Fact]
    public async Task The_institution_that_did_it_is_not_told_and_what_time_did_is_told_to_both()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("claire", Desk.Sender, Desk.By(Immediate));
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate));

        await desk.WithdrawnAsync(by: Desk.Sender);
        await desk.RecordAsync();
        Assert.Equal(["karim", "karim"], (await desk.DeliveriesAsync()).Select(row => row.Subject));

        await desk.WithdrawnAsync(by: "");
        await desk.RecordAsync();
        Assert.Equal(["claire", "karim", "karim", "karim", "karim"], (await desk.DeliveriesAsync()).Select(row => row.Subject).Order());
    }

    [Fact]
    public async Task What_waits_for_the_morning_goes_together_and_what_is_said_at_once_goes_alone()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Digest));
        await desk.WantsAsync("marie", Desk.Recipient, Desk.By(Immediate));

        for (var i = 0; i < 3; i++)
        {
            await desk.SubmittedAsync();
            await desk.RecordAsync();
            desk.Clock.Advance(TimeSpan.FromHours(1));
        }

        var deliveries = await desk.DeliveriesAsync();
        var digest = Assert.Single(deliveries, row => row.Subject == "karim");
        Assert.Equal(new DateTimeOffset(2026, 2, 4, 7, 30, 0, TimeSpan.Zero), digest.NextTryAt);
        Assert.Equal(3, (await desk.ItemsAsync()).Count(item => item.Delivery == digest.Id));
        Assert.Equal(3, deliveries.Count(row => row.Subject == "marie"));
    }

    [Fact]
    public async Task Who_chose_nothing_else_reads_of_shared_notes_in_the_morning_with_the_rest()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Digest) with { Choices = Preferences.Proposed.Choices });
        var name = await desk.SubmittedAsync();

        await desk.NotedAsync(name, 1);
        await desk.NotedAsync(name, 2);
        await desk.RecordAsync();

        var deliveries = await desk.DeliveriesAsync();
        Assert.Equal(2, deliveries.Count);
        var morning = deliveries.Single(row => row.NextTryAt > desk.Clock.GetUtcNow());
        Assert.Equal(["noted", "noted"], (await desk.ItemsAsync()).Where(item => item.Delivery == morning.Id).Select(item => item.Text));
    }

    [Fact]
    public async Task What_happens_at_night_goes_together_when_the_night_ends()
    {
        await using var desk = await Desk.OpenAsync(at: Desk.Tuesday.AddHours(12));
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate, quiet: QuietTime.Usual));
        for (var i = 0; i < 2; i++) await desk.SubmittedAsync();

        await desk.RecordAsync();

        Assert.Equal(new DateTimeOffset(2026, 2, 4, 7, 0, 0, TimeSpan.Zero), Assert.Single(await desk.DeliveriesAsync()).NextTryAt);
        Assert.Equal(2, (await desk.ItemsAsync()).Count);
    }

    [Theory, OnEveryProvider]
    public async Task Two_replicas_that_read_the_same_log_note_each_piece_of_news_once(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate));
        await desk.WantsAsync("marie", Desk.Recipient, Desk.By(Digest));
        using var other = desk.NewRecorder();
        for (var i = 0; i < 10; i++)
        {
            await Task.WhenAll(desk.SubmittedAsync(), desk.SubmittedAsync(), ReadOnAsync(desk.Recorder), ReadOnAsync(other));
            await Task.WhenAll(desk.Recorder.RecordAsync(CancellationToken.None), other.RecordAsync(CancellationToken.None));
        }
        await desk.RecordAsync();

        var deliveries = await desk.DeliveriesAsync();
        Assert.Equal((20, 1), (deliveries.Count(row => row.Subject == "karim"), deliveries.Count(row => row.Subject == "marie")));
        var items = (await desk.ItemsAsync()).GroupBy(item => item.Position).Select(group => group.Count());
        Assert.Equal(Enumerable.Repeat(2, 20), items);
    }

    [Fact]
    public async Task A_crowd_longer_than_a_page_is_noted_whole()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Digest));
        await Task.WhenAll(Enumerable.Range(0, 620).Select(_ => desk.SubmittedAsync()));

        await desk.RecordAsync();

        Assert.Equal(620, (await desk.ItemsAsync()).Count);
    }

    [Fact]
    public async Task Nothing_that_lies_in_the_tables_of_messages_is_an_address()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate, "karim@caf.example"));
        await desk.SubmittedAsync();
        await desk.RecordAsync();
        await desk.DeliverAsync();

        var rows = System.Text.Json.JsonSerializer.Serialize((await desk.DeliveriesAsync(), await desk.ItemsAsync()), WithFields);
        Assert.Contains("karim", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("@", rows, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Logs.Lines, line => line.Contains("caf.example", StringComparison.Ordinal));
    }

    private static async Task ReadOnAsync(NotificationRecorder recorder)
    {
        for (var i = 0; i < 3; i++) await recorder.RecordAsync(CancellationToken.None);
    }
}
