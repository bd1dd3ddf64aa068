using System.Net.Mime;
using System.Text;

namespace Reseau.Referrals.Notifications;

/// <summary>
/// Posts to an address a professional gave: to none but public ones, wherever their name leads at that moment; no redirection, no
/// proxy, no cookie, and nothing of the answer but its status.
/// </summary>
public sealed class WebhookChannel(WebhookOptions options) : IChannel, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        // A name is looked up again for each message.
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = (context, cancellation) => PublicAddress.ConnectAsync(context.DnsEndPoint, options.AllowLoopback, cancellation),
    });

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        // What was allowed when it was set may not be any more.
        if (!PublicAddress.IsAllowed(message.Address, options.AllowLoopback)) throw new ChannelException("ADDRESS_NOT_ALLOWED", isPermanent: true);
        var body = WebhookBody.Write(message);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(message.Address)) { Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json) };
        request.Headers.Add("Reseau-Delivery", message.Id);
        // The receiver compares it with its own clock, so it is the time of the machine, not of a moved one.
        request.Headers.Add("Reseau-Signature", WebhookBody.Sign(body, message.Secret, TimeProvider.System.GetUtcNow()));
        await HttpHandover.PostAsync(_http, request, cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
