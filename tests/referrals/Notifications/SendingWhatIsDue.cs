using Microsoft.EntityFrameworkCore;
using Reseau.Referrals.Notifications;
using Reseau.Testing.Databases;
using static Reseau.Referrals.Notifications.NotificationPace;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class SendingWhatIsDue
{
    [Fact]
    public async Task The_outbox_shows_an_e_mail_that_says_where_to_look_and_nothing_of_the_person()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate, "karim@caf.example"));
        var name = await desk.SubmittedAsync();
        await desk.RecordAsync();

        Assert.Equal(1, await desk.DeliverAsync());

        var delivery = Assert.Single(await desk.DeliveriesAsync());
        Assert.Equal((DeliveryState.Sent, 1, ""), (delivery.State, delivery.Attempts, delivery.Error));
        var letter = Assert.Single(desk.Outbox());
        Assert.Equal((delivery.Id + ".eml", "Réseau : une orientation vous est adressée"), (letter.Name, letter.Subject));
        Assert.Equal("karim@caf.example", letter.Header("To"));
        Assert.Contains(delivery.Id, letter.Header("Message-ID"), StringComparison.Ordinal);
        Assert.Equal("auto-generated", letter.Header("Auto-Submitted"));
        Assert.Equal("<https://portail.example/mes-notifications>", letter.Header("List-Unsubscribe"));
        Assert.Equal("", letter.Header("List-Unsubscribe-Post"));
        Assert.Contains("Une orientation vous est adressée.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Service : Aide aux démarches", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Thème : Accéder à des services en ligne", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"https://portail.example/orientations/{name["referrals/".Length..]}", letter.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\">", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_pieces_of_news_are_one_message()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Digest));
        for (var i = 0; i < 3; i++) await desk.SubmittedAsync();
        await desk.RecordAsync();
        Assert.Equal(0, await desk.DeliverAsync());

        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.DeliverAsync();

        var letter = Assert.Single(desk.Outbox());
        Assert.Equal("Réseau : 3 nouvelles de vos orientations", letter.Subject);
        Assert.Equal(0, await desk.DeliverAsync());
    }

    [Fact]
    public async Task Each_way_that_was_chosen_carries_it()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate) with
        {
            Phone = "0611223344",
            WebhookUrl = "https://outil.example/reseau",
            WebhookSecret = "key",
            Channels = [NotificationChannel.Email, NotificationChannel.Sms, NotificationChannel.Webhook],
        });
        var name = await desk.SubmittedAsync();
        await desk.RecordAsync();

        await desk.DeliverAsync();

        Assert.Equal([".eml", ".json", ".sms.txt"], desk.Outbox().Select(letter => letter.Name[36..]).Order(StringComparer.Ordinal));
        var sms = Assert.Single(desk.Outbox(), letter => letter.Name.EndsWith(".sms.txt", StringComparison.Ordinal));
        Assert.Equal($"0611223344\n\nRéseau : une orientation vous est adressée. https://portail.example/orientations/{name["referrals/".Length..]}\n", sms.Raw);
    }

    [Theory, OnEveryProvider]
    public async Task Two_replicas_send_each_message_once(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate));
        for (var i = 0; i < 15; i++) await desk.SubmittedAsync();
        await desk.RecordAsync();
        using var other = desk.NewWorker();

        await Task.WhenAll(desk.DeliverAsync(), other.DeliverAsync(CancellationToken.None));

        Assert.All(await desk.DeliveriesAsync(), row => Assert.Equal((DeliveryState.Sent, 1), (row.State, row.Attempts)));
        Assert.Equal(15, desk.Outbox().Count);
    }

    [Fact]
    public async Task A_message_claimed_by_a_process_that_died_is_tried_again_under_the_same_id()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate));
        await desk.SubmittedAsync();
        await desk.RecordAsync();
        await desk.ChangeAsync(db => db.Deliveries.ExecuteUpdateAsync(row => row.SetProperty(one => one.Attempts, 1).SetProperty(one => one.NextTryAt, desk.Clock.GetUtcNow() + DeliveryWorker.Claim)));
        Assert.Equal(0, await desk.DeliverAsync());

        desk.Clock.Advance(DeliveryWorker.Claim);
        await desk.DeliverAsync();

        var sent = Assert.Single(await desk.DeliveriesAsync());
        Assert.Equal((DeliveryState.Sent, 2, sent.Id + ".eml"), (sent.State, sent.Attempts, Assert.Single(desk.Outbox()).Name));
    }

    [Fact]
    public async Task Who_changed_their_mind_meanwhile_is_sent_nothing()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Digest));
        await desk.WantsAsync("moved", Desk.Recipient, Desk.By(Digest));
        await desk.SubmittedAsync();
        await desk.RecordAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Digest) with { Channels = [] });
        await desk.WantsAsync("moved", Desk.Sender, Desk.By(Digest));

        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.DeliverAsync();

        Assert.Equal([DeliveryState.Dropped, DeliveryState.Dropped], (await desk.DeliveriesAsync()).Select(row => row.State));
        Assert.Empty(desk.Outbox());
    }

    [Fact]
    public async Task What_cannot_be_written_is_tried_later_each_time_then_given_up_and_says_why()
    {
        await using var desk = await Desk.OpenAsync();
        // A file lies where the folder should be.
        await File.WriteAllTextAsync(desk.Options.Outbox, "");
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate, "karim@caf.example"));
        await desk.SubmittedAsync();
        await desk.RecordAsync();
        var pauses = new List<TimeSpan>();
        while (await desk.DeliverAsync() > 0)
        {
            var row = Assert.Single(await desk.DeliveriesAsync());
            if (row.State != DeliveryState.Waiting) break;
            Assert.Equal(("OUTBOX_NOT_WRITABLE", pauses.Count + 1), (row.Error, row.Attempts));
            pauses.Add(row.NextTryAt - desk.Clock.GetUtcNow());
            desk.Clock.Advance(pauses[^1]);
        }

        var failed = Assert.Single(await desk.DeliveriesAsync());
        Assert.Equal((DeliveryState.Failed, DeliveryWorker.MostTries), (failed.State, failed.Attempts));
        Assert.Equal(DeliveryWorker.MostTries - 1, pauses.Count);
        Assert.Equal(pauses.Order(), pauses);
        // A mail server that is away for a week-end loses nothing.
        Assert.True(pauses.Aggregate((sum, pause) => sum + pause) > TimeSpan.FromDays(1.5));
        Assert.Contains(desk.Logs.Lines, line => line.Contains("given up", StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Logs.Lines, line => line.Contains("karim@", StringComparison.Ordinal));
        File.Delete(desk.Options.Outbox);
    }

    [Fact]
    public async Task A_retry_leaves_the_night_in_peace()
    {
        await using var desk = await Desk.OpenAsync(at: new(2026, 2, 6, 18, 58, 0, TimeSpan.Zero));
        await File.WriteAllTextAsync(desk.Options.Outbox, "");
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate, quiet: QuietTime.Usual));
        await desk.SubmittedAsync();
        await desk.RecordAsync();
        for (var i = 0; i < 2; i++)
        {
            await desk.DeliverAsync();
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        // The third try would be after 20:00 of a Friday.
        Assert.Equal(new DateTimeOffset(2026, 2, 9, 7, 0, 0, TimeSpan.Zero), Assert.Single(await desk.DeliveriesAsync()).NextTryAt);
        File.Delete(desk.Options.Outbox);
    }

    [Fact]
    public async Task What_became_of_a_message_is_forgotten_after_ninety_days_and_what_waits_never()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate));
        await desk.SubmittedAsync();
        await desk.RecordAsync();
        await desk.DeliverAsync();
        desk.Clock.Advance(DeliveryWorker.Kept - TimeSpan.FromHours(1));
        await desk.SubmittedAsync();
        await desk.RecordAsync();
        Assert.Equal(2, (await desk.DeliveriesAsync()).Count);

        desk.Clock.Advance(TimeSpan.FromHours(2));
        using var later = desk.NewWorker();
        await later.DeliverAsync(CancellationToken.None);

        Assert.Equal(DeliveryState.Sent, Assert.Single(await desk.DeliveriesAsync()).State);
        Assert.Single(await desk.ItemsAsync());
    }
}
