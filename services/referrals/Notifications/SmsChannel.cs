using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace Reseau.Referrals.Notifications;

/// <summary>SMS through any provider with an HTTP interface: its address and the shape of its request are settings.</summary>
public sealed class SmsChannel(SmsOptions options) : IChannel, IDisposable
{
    // A provider that moves says so to its customers; a redirection would take the account's key elsewhere.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) });

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Url)) { Content = new StringContent(Body(message), Encoding.UTF8, options.ContentType) };
        if (options.Authorization.Length > 0) request.Headers.TryAddWithoutValidation("Authorization", options.Authorization);
        request.Headers.Add("Idempotency-Key", message.Id);
        await HttpHandover.PostAsync(_http, request, cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private string Body(OutgoingMessage message)
    {
        var (body, isJson) = (new StringBuilder(options.Body), options.ContentType == MediaTypeNames.Application.Json);
        foreach (var (name, value) in ((string, string)[])[("{to}", message.Address), ("{text}", message.Brief), ("{id}", message.Id)])
            body.Replace(name, isJson ? JsonEncodedText.Encode(value).ToString() : Uri.EscapeDataString(value));
        return body.ToString();
    }
}
