using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Load;
using Reseau.Referrals.V1;

namespace Reseau.Benchmarks.Running;

/// <summary>
/// What the two institutions ask of referrals, through the gateway at a fixed rate: ccas-rennes sends, caf-35 accepts what waits, both turn the pages of
/// their lists, and caf-35 follows the stream of changes.
/// </summary>
internal sealed class ReferralCalls : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel _channel;
    private readonly ReferralsService.ReferralsServiceClient _client;
    private readonly Metadata _ccas;
    private readonly Metadata _caf;
    private readonly ConcurrentQueue<Referral> _waiting = new();
    private readonly ConcurrentDictionary<string, long> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _seen = new(StringComparer.Ordinal);
    private string _later = "";

    private ReferralCalls(Uri gateway, string ccas, string caf)
    {
        _channel = GrpcChannel.ForAddress(gateway, new() { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true });
        (_client, _ccas, _caf) = (new(_channel), Bearer(ccas), Bearer(caf));
    }

    public static async Task<ReferralCalls> OfAsync(LocalEdition edition, CancellationToken cancellation) =>
        new(edition.Gateway, await SignIn.AsAsync("si-ccas-rennes", edition.Web, cancellation), await SignIn.AsAsync("si-caf-35", edition.Web, cancellation));

    /// <summary>Finds out what can be accepted, and a page in the middle of what is closed.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        for (var token = ""; ;)
        {
            var page = await _client.ListReferralsAsync(new() { Worklist = ListReferralsRequest.Types.Worklist.ToAnswer, PageSize = 200, PageToken = token }, Options(_caf, cancellation));
            foreach (var referral in page.Referrals) _waiting.Enqueue(referral);
            if (page.NextPageToken.Length == 0 || _waiting.Count >= 2_000) break;
            token = page.NextPageToken;
        }

        for (var pages = 0; pages < 3; pages++)
        {
            var page = await _client.ListReferralsAsync(new() { Worklist = ListReferralsRequest.Types.Worklist.SentClosed, PageSize = 200, PageToken = _later }, Options(_ccas, cancellation));
            if (page.NextPageToken.Length == 0) break;
            _later = page.NextPageToken;
        }
    }

    public async Task SubmitAsync(int n, CancellationToken cancellation)
    {
        var sent = await _client.SubmitReferralAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Referral = new()
            {
                Service = "services/caf-35-demarches-en-ligne",
                Theme = "numerique--acceder-a-des-services-en-ligne",
                Need = "Ne parvient pas à ouvrir son espace en ligne pour déclarer ses ressources.",
                ReferrerContact = "Accueil du CCAS, 02 61 91 00 01",
                Beneficiary = new() { GivenName = "Maëlle", FamilyName = $"Exemple {n}", Phone = "02 61 91 00 02", Commune = "35238" },
                Consent = new() { Given = true, Channel = Consent.Types.Channel.Oral, Witness = "Accueil du CCAS" },
            },
        }, Options(_ccas, cancellation));
        _answered[sent.Name] = Stopwatch.GetTimestamp();
    }

    public async Task AcceptAsync(int n, CancellationToken cancellation)
    {
        if (!_waiting.TryDequeue(out var referral)) throw new RpcException(new(StatusCode.OutOfRange, $"Nothing is left to accept at call {n}."));
        await _client.AcceptReferralAsync(new() { Name = referral.Name, Etag = referral.Etag, RequestId = Guid.NewGuid().ToString() }, Options(_caf, cancellation));
    }

    /// <summary>The first page of what waits, as the recipient opens its list.</summary>
    public async Task FirstPageAsync(int n, CancellationToken cancellation) =>
        await _client.ListReferralsAsync(new() { Worklist = ListReferralsRequest.Types.Worklist.ToAnswer, PageSize = 20 }, Options(_caf, cancellation));

    /// <summary>A later page of what is closed, as the sender goes back through the years.</summary>
    public async Task LaterPageAsync(int n, CancellationToken cancellation) =>
        await _client.ListReferralsAsync(new() { Worklist = ListReferralsRequest.Types.Worklist.SentClosed, PageSize = 200, PageToken = _later }, Options(_ccas, cancellation));

    /// <summary>Follows the changes until cancelled.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        using var stream = _client.WatchReferrals(new() { Cursor = "now" }, new CallOptions(_caf, cancellationToken: cancellation));
        try
        {
            while (await stream.ResponseStream.MoveNext(cancellation))
            {
                if (stream.ResponseStream.Current.Change is { BodyCase: Events.V1.Change.BodyOneofCase.ReferralSubmitted } change) _seen[change.Stream] = Stopwatch.GetTimestamp();
            }
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // The measure is over.
        }
    }

    /// <summary>How long after the sender's answer the recipient's stream told, in ms, in order; and how many it did not tell.</summary>
    public (double[] Milliseconds, int Missing) Watched()
    {
        var told = _answered.Where(sent => _seen.ContainsKey(sent.Key)).Select(sent => Math.Max(0, Stopwatch.GetElapsedTime(sent.Value, _seen[sent.Key]).TotalMilliseconds)).Order().ToArray();
        return (told, _answered.Count - told.Length);
    }

    public void Dispose() => _channel.Dispose();

    private static CallOptions Options(Metadata token, CancellationToken cancellation) => new(token, DateTime.UtcNow + Patience, cancellation);

    private static Metadata Bearer(string token) => new() { { "Authorization", $"Bearer {token}" } };
}
