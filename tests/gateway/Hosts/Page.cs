using System.Net;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>A page as it arrived.</summary>
public sealed record Page(Uri Address, HttpStatusCode Status, string Html, ILookup<string, string> Headers)
{
    /// <summary>What is to be read: entities decoded, spaces all alike.</summary>
    public string Text => WebUtility.HtmlDecode(Html).Replace('\u00A0', ' ');

    public static async Task<Page> ReadAsync(HttpResponseMessage answer) => new(
        answer.RequestMessage!.RequestUri!,
        answer.StatusCode,
        await answer.Content.ReadAsStringAsync(),
        answer.Headers.Concat(answer.Content.Headers)
            .SelectMany(header => header.Value.Select(value => (header.Key, Value: value)))
            .ToLookup(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase));
}
