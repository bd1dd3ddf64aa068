using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;

namespace Reseau.Example;

/// <summary>
/// Refers a person to a service and waits for the answer:
///  1. a token, by client credentials;
///  2. a service that takes referrals;
///  3. the referral, with a request id that a retry uses again;
///  4. the stream of changes, resumed after the last cursor whenever it breaks, until somebody has answered.
/// </summary>
public sealed class ReferringClient : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // What may be asked again with the same request id. NOT_FOUND: a service that was just published is still making its way.
    private static readonly StatusCode[] Passing = [StatusCode.Unavailable, StatusCode.DeadlineExceeded, StatusCode.NotFound];

    private readonly GrpcChannel _channel;
    private readonly Metadata _headers;
    private readonly ClientSettings _settings;

    private ReferringClient(ClientSettings settings, string token) =>
        (_settings, _channel, _headers) = (settings, GrpcChannel.ForAddress(settings.GrpcUrl), new() { { "Authorization", $"Bearer {token}" } });

    /// <summary>1. A token of the realm. It holds for some minutes: a program that runs for longer asks again before it ends.</summary>
    public static async Task<ReferringClient> SignInAsync(ClientSettings settings)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.ClientId,
            ["client_secret"] = settings.ClientSecret,
        });
        using var answer = await http.PostAsync(settings.TokenUrl, form);
        answer.EnsureSuccessStatusCode();
        return new(settings, (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!);
    }

    /// <summary>The whole story, told line by line.</summary>
    public async Task ReferAsync(TextWriter story)
    {
        var service = await FindServiceAsync();
        await story.WriteLineAsync($"service {service.Name} {service.DisplayName}");

        // Where the stream stands before anything is sent: the answer cannot come before it is listened for.
        var cursor = await NowAsync();
        var sent = await SubmitAsync(service);
        await story.WriteLineAsync($"sent {sent.Name}");
        await story.FlushAsync();

        var state = await AnswerAsync(sent.Name, cursor);
        await story.WriteLineAsync($"answered {state}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _channel.ShutdownAsync();
        _channel.Dispose();
    }

    // 2.
    private async Task<Service> FindServiceAsync()
    {
        var directory = new PartnersService.PartnersServiceClient(_channel);
        var found = await directory.SearchServicesAsync(new() { Text = _settings.Search, AcceptsReferralsOnly = true }, Options());
        return found.Hits.Count > 0 ? found.Hits[0].Service : throw new InvalidOperationException("No service answers this search.");
    }

    // 3.
    private async Task<Referral> SubmitAsync(Service service)
    {
        var request = new SubmitReferralRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Referral = new()
            {
                Service = service.Name,
                Theme = service.Themes[0],
                Need = "Ne parvient pas à déclarer ses ressources en ligne.",
                ReferrerContact = "Accueil, 02 61 91 00 01",
                Beneficiary = new() { GivenName = "Maëlle", FamilyName = "Exemple", Phone = "02 61 91 00 02" },
                Consent = new() { Given = true, Channel = Consent.Types.Channel.Paper, ScanReference = "GED 2026-0123" },
            },
        };
        var referrals = new ReferralsService.ReferralsServiceClient(_channel);
        for (var patience = 40; ; patience--)
        {
            try
            {
                return await referrals.SubmitReferralAsync(request, Options());
            }
            catch (RpcException passing) when (Passing.Contains(passing.StatusCode) && patience > 0)
            {
                // The same request id: had the first one arrived, this one answers its result.
                await Task.Delay(Pause);
            }
        }
    }

    // 4.
    private async Task<string> NowAsync()
    {
        var referrals = new ReferralsService.ReferralsServiceClient(_channel);
        using var watch = referrals.WatchReferrals(new() { Cursor = "now" }, _headers);
        await watch.ResponseStream.MoveNext(CancellationToken.None);
        return watch.ResponseStream.Current.Cursor;
    }

    private async Task<string> AnswerAsync(string name, string cursor)
    {
        var referrals = new ReferralsService.ReferralsServiceClient(_channel);
        while (true)
        {
            using var watch = referrals.WatchReferrals(new() { Cursor = cursor }, _headers);
            try
            {
                while (await watch.ResponseStream.MoveNext(CancellationToken.None))
                {
                    var message = watch.ResponseStream.Current;
                    if (message.Change is { ReferralMoved: { } moved } change && change.Stream == name && moved.ToState != "ACKNOWLEDGED") return moved.ToState;
                    // What was handled is never seen again.
                    cursor = message.Cursor;
                }
            }
            catch (RpcException broken) when (broken.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private CallOptions Options() => new(_headers, DateTime.UtcNow + Deadline);
}
