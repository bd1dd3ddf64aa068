using Reseau.Referrals.Notifications;
using static Reseau.Referrals.Notifications.NotificationPace;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class SendingMail : IAsyncLifetime
{
    private MailServer _server = null!;

    public async Task InitializeAsync() => _server = await MailServer.StartedAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_e_mail_arrives_from_our_address_with_a_stable_id_text_and_HTML()
    {
        await using var desk = await OpenAsync();
        await NewsForAsync(desk, "karim@caf.example");

        await desk.DeliverAsync();

        var sent = Assert.Single(await desk.DeliveriesAsync());
        Assert.Equal((DeliveryState.Sent, ""), (sent.State, sent.Error));
        var mail = Assert.Single(await _server.ReceivesAsync(1));
        Assert.Equal(("reseau@metropole.example", "karim@caf.example"), (mail.From, Assert.Single(mail.To)));
        Assert.Equal("Réseau : une orientation vous est adressée", mail.Letter.Subject);
        Assert.Equal($"<{sent.Id}@portail.example>", mail.Letter.Header("Message-ID"));
        Assert.Contains("Content-Type: text/plain; charset=utf-8", mail.Raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Content-Type: text/html; charset=utf-8", mail.Raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Service : Aide aux démarches", mail.Letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_loses_nothing_and_gets_it_once_it_is_back()
    {
        await using var desk = await OpenAsync();
        await NewsForAsync(desk, "karim@caf.example");
        await _server.StopAsync();
        await desk.DeliverAsync();
        var failed = Assert.Single(await desk.DeliveriesAsync());
        Assert.Equal((DeliveryState.Waiting, 1, "SMTP_NO_ANSWER"), (failed.State, failed.Attempts, failed.Error));

        await _server.StartAsync();
        Assert.Equal(0, await desk.DeliverAsync());
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.DeliverAsync();

        var sent = Assert.Single(await desk.DeliveriesAsync());
        Assert.Equal((DeliveryState.Sent, 2, ""), (sent.State, sent.Attempts, sent.Error));
        Assert.Contains(failed.Id, Assert.Single(await _server.ReceivesAsync(1)).Letter.Header("Message-ID"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inconnu@caf.example", DeliveryState.Failed, "SMTP_MAILBOX_UNAVAILABLE")]
    [InlineData("plein@caf.example", DeliveryState.Waiting, "SMTP_INSUFFICIENT_STORAGE")]
    public async Task A_refusal_for_good_is_final_one_for_now_is_tried_again_and_neither_quotes_the_server(string address, DeliveryState state, string error)
    {
        await using var desk = await OpenAsync();
        await NewsForAsync(desk, address);

        await desk.DeliverAsync();

        var refused = Assert.Single(await desk.DeliveriesAsync());
        Assert.Equal((state, error), (refused.State, refused.Error));
        Assert.DoesNotContain(desk.Logs.Lines, line => line.Contains("caf.example", StringComparison.Ordinal) || line.Contains("example.invalid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_goes_in_the_clear_where_encryption_is_demanded()
    {
        await using var desk = await OpenAsync(smtp => smtp.StartTls = true);
        await NewsForAsync(desk, "karim@caf.example");

        await desk.DeliverAsync();

        Assert.Equal((DeliveryState.Waiting, "SMTP_NOT_ENCRYPTED"), (await desk.DeliveriesAsync()).Select(row => (row.State, row.Error)).Single());
        Assert.Empty(_server.Received);
    }

    [Fact]
    public async Task A_server_that_nobody_vouches_for_gets_nothing()
    {
        await using var secure = await MailServer.StartedAsync(tls: true);
        await using var desk = await OpenAsync(smtp => (smtp.Tls, smtp.Port) = (true, secure.Port));
        await NewsForAsync(desk, "karim@caf.example");

        await desk.DeliverAsync();

        Assert.Equal((DeliveryState.Waiting, "SMTP_CERTIFICATE_NOT_TRUSTED"), (await desk.DeliveriesAsync()).Select(row => (row.State, row.Error)).Single());
        Assert.Empty(secure.Received);
    }

    [Fact]
    public async Task An_account_that_the_server_does_not_know_is_tried_again()
    {
        await using var desk = await OpenAsync(smtp => (smtp.User, smtp.Password) = ("reseau", "autre"));
        await NewsForAsync(desk, "karim@caf.example");

        await desk.DeliverAsync();

        Assert.Equal((DeliveryState.Waiting, "SMTP_ACCOUNT_REFUSED"), (await desk.DeliveriesAsync()).Select(row => (row.State, row.Error)).Single());
    }

    [Fact]
    public async Task The_account_of_the_server_is_used()
    {
        await using var desk = await OpenAsync(smtp => (smtp.User, smtp.Password) = ("reseau", "secret"));
        await NewsForAsync(desk, "karim@caf.example");

        await desk.DeliverAsync();

        Assert.Equal("reseau", Assert.Single(await _server.ReceivesAsync(1)).User);
    }

    [Fact]
    public async Task One_address_that_fails_holds_up_nobody()
    {
        await using var desk = await OpenAsync();
        await desk.WantsAsync("unknown", Desk.Recipient, Desk.By(Immediate, "inconnu@caf.example"));
        await desk.WantsAsync("full", Desk.Recipient, Desk.By(Immediate, "plein@caf.example"));
        await NewsForAsync(desk, "karim@caf.example");

        await desk.DeliverAsync();

        Assert.Equal(["karim@caf.example"], (await _server.ReceivesAsync(1)).Select(mail => Assert.Single(mail.To)));
    }

    private Task<Desk> OpenAsync(Action<SmtpOptions>? set = null) => Desk.OpenAsync(set: options =>
    {
        options.Smtp = new() { Host = "127.0.0.1", Port = _server.Port, StartTls = false, From = "reseau@metropole.example" };
        set?.Invoke(options.Smtp);
    });

    private static async Task NewsForAsync(Desk desk, string address)
    {
        await desk.WantsAsync("karim", Desk.Recipient, Desk.By(Immediate, address));
        await desk.SubmittedAsync();
        await desk.RecordAsync();
    }
}
