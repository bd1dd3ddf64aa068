namespace Reseau.Referrals.Notifications;

/// <summary>Posts a message, and reads from the answer whether it was taken. The body of an answer is never read.</summary>
internal static class HttpHandover
{
    // Later may be better: 408, 425, 429; a server's own trouble too.
    private static readonly int[] Passing = [408, 425, 429];

    public static async Task PostAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.IsSuccessStatusCode) return;
            var status = (int)answer.StatusCode;
            throw new ChannelException($"HTTP_{status}", isPermanent: status < 500 && !Passing.Contains(status));
        }
        catch (HttpRequestException failure)
        {
            throw failure.InnerException as ChannelException ?? new ChannelException("UNREACHABLE", isPermanent: false, failure);
        }
    }
}
