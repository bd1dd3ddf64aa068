using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reseau.Referrals.Notifications;
using static Reseau.Referrals.Notifications.NotificationPace;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class PostingMessages : IAsyncLifetime
{
    private const string Key = "0123456789abcdef";

    private HttpReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await HttpReceiver.StartedAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task A_webhook_is_signed_dated_and_named_so_that_a_repeat_and_a_forgery_show()
    {
        await using var desk = await WithWebhookAsync();

        await desk.DeliverAsync();

        var sent = Assert.Single(await desk.DeliveriesAsync());
        Assert.Equal((DeliveryState.Sent, ""), (sent.State, sent.Error));
        var (_, headers, body) = Assert.Single(_receiver.Received);
        Assert.Equal(sent.Id, headers["Reseau-Delivery"]);
        var parts = headers["Reseau-Signature"].Split(',').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes($"{parts["t"]}.{body}"))), parts["v1"]);
        var age = DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts["t"], CultureInfo.InvariantCulture));
        Assert.InRange(age, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
        var news = JsonDocument.Parse(body).RootElement.GetProperty("news")[0];
        Assert.Equal(("received", "Aide aux démarches"), (news.GetProperty("type").GetString(), news.GetProperty("service").GetString()));
    }

    [Theory]
    [InlineData(301, DeliveryState.Failed, "HTTP_301")]
    [InlineData(307, DeliveryState.Failed, "HTTP_307")]
    [InlineData(404, DeliveryState.Failed, "HTTP_404")]
    [InlineData(410, DeliveryState.Failed, "HTTP_410")]
    [InlineData(408, DeliveryState.Waiting, "HTTP_408")]
    [InlineData(429, DeliveryState.Waiting, "HTTP_429")]
    [InlineData(500, DeliveryState.Waiting, "HTTP_500")]
    [InlineData(503, DeliveryState.Waiting, "HTTP_503")]
    public async Task A_redirection_is_not_followed_and_an_answer_is_final_or_passing(int answer, DeliveryState state, string error)
    {
        _receiver.Answer = answer;
        await using var desk = await WithWebhookAsync();

        await desk.DeliverAsync();

        Assert.Equal((state, error), (await desk.DeliveriesAsync()).Select(row => (row.State, row.Error)).Single());
        Assert.Equal(["/recevoir"], _receiver.Received.Select(request => request.Path));
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_any_more_is_not_posted_to()
    {
        await using var desk = await WithWebhookAsync(allowLoopback: false);

        await desk.DeliverAsync();

        Assert.Equal((DeliveryState.Failed, "ADDRESS_NOT_ALLOWED"), (await desk.DeliveriesAsync()).Select(row => (row.State, row.Error)).Single());
        Assert.Empty(_receiver.Received);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_tried_again()
    {
        await using var desk = await WithWebhookAsync();
        await _receiver.DisposeAsync();

        await desk.DeliverAsync();

        Assert.Equal((DeliveryState.Waiting, "UNREACHABLE"), (await desk.DeliveriesAsync()).Select(row => (row.State, row.Error)).Single());
    }

    [Theory]
    [InlineData("application/json", """{"recipient":{"number":"{to}"},"body":"{text}","ref":"{id}"}""")]
    [InlineData("application/x-www-form-urlencoded", "number={to}&body={text}&ref={id}")]
    public async Task An_SMS_is_posted_in_the_shape_of_the_provider(string contentType, string shape)
    {
        await using var desk = await Desk.OpenAsync(set: options =>
            options.Sms = new() { Url = _receiver.Url, Body = shape, ContentType = contentType, Authorization = "Bearer of-the-account" });
        await NewsAsync(desk, Desk.By(Immediate) with { Phone = "+33611223344", Channels = [NotificationChannel.Sms] });

        await desk.DeliverAsync();

        var (_, headers, body) = Assert.Single(_receiver.Received);
        var sent = Assert.Single(await desk.DeliveriesAsync());
        Assert.Equal((DeliveryState.Sent, "Bearer of-the-account", sent.Id), (sent.State, headers["Authorization"], headers["Idempotency-Key"]));
        Assert.StartsWith(contentType, headers["Content-Type"], StringComparison.Ordinal);
        var text = contentType.EndsWith("json", StringComparison.Ordinal)
            ? JsonDocument.Parse(body).RootElement.GetProperty("body").GetString()!
            : WebUtility.UrlDecode(body.Split('&')[1]["body=".Length..]);
        Assert.StartsWith("Réseau : une orientation vous est adressée. https://portail.example/orientations/", text, StringComparison.Ordinal);
        Assert.Contains(contentType.EndsWith("json", StringComparison.Ordinal) ? "33611223344" : "%2B33611223344", body, StringComparison.Ordinal);
    }

    private async Task<Desk> WithWebhookAsync(bool allowLoopback = true)
    {
        var desk = await Desk.OpenAsync(set: options => options.Webhook = new() { Enabled = true, AllowLoopback = allowLoopback });
        await NewsAsync(desk, Desk.By(Immediate) with { WebhookUrl = _receiver.Url, WebhookSecret = Key, Channels = [NotificationChannel.Webhook] });
        return desk;
    }

    private static async Task NewsAsync(Desk desk, Preferences wants)
    {
        await desk.WantsAsync("karim", Desk.Recipient, wants);
        await desk.SubmittedAsync();
        await desk.RecordAsync();
    }
}
