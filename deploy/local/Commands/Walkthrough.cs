using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Identity;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;

namespace Reseau.Local.Commands;

/// <summary>
/// Plays a whole referral through the gateway by gRPC, as the information systems of a CCAS and of a CAF: search → send →
/// acknowledge → accept → book → seen → close, each side following the other on its Watch stream. Works on a Réseau that
/// is running on these ports, or starts one.
/// </summary>
internal static class Walkthrough
{
    private const string Sender = "si-ccas-rennes";
    private const string Recipient = "si-caf-35";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Command()
    {
        var command = new Command("walkthrough", "Plays a whole referral through the gateway by gRPC and prints its timeline; exit 0 only if the loop closed.");
        command.SetAction((parsed, cancellation) => Failures.ReportAsync(async () =>
        {
            var options = LocalOptions.Of(parsed);
            await using var own = await IsRunningAsync(options, cancellation) ? null : await LocalNetwork.StartAsync(options, cancellation);
            var closed = await PlayAsync(options, cancellation);
            Console.WriteLine(closed ? "The loop is closed." : "The loop is NOT closed.");
            return closed ? 0 : 1;
        }));
        return command;
    }

    private static async Task<bool> PlayAsync(LocalOptions options, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(options.GrpcUrl);
        var partners = new PartnersService.PartnersServiceClient(channel);
        var referrals = new ReferralsService.ReferralsServiceClient(channel);
        var (ccas, caf) = (await SignInAsync(options, Sender, cancellation), await SignInAsync(options, Recipient, cancellation));

        var service = await FindAsync(partners, cancellation);
        Console.WriteLine($"Found: {service.DisplayName} ({service.Name})");
        using var watch = referrals.WatchReferrals(new() { Cursor = "now" }, ccas, cancellationToken: cancellation);
        await watch.ResponseStream.MoveNext(cancellation); // the first sign of life: from here on nothing is missed

        var sent = await SubmitAsync(referrals, service, ccas, cancellation);
        var received = await ReceivedAsync(referrals, sent.Name, caf, cancellation);
        received = await referrals.AcknowledgeReferralAsync(new() { Name = received.Name, Etag = received.Etag, RequestId = NewId() }, caf, cancellationToken: cancellation);
        received = await referrals.AcceptReferralAsync(
            new() { Name = received.Name, Etag = received.Etag, RequestId = NewId(), Message = "Nous prenons contact avec la personne." }, caf, cancellationToken: cancellation);
        received = await referrals.ScheduleReferralAsync(new()
        {
            Name = received.Name,
            Etag = received.Etag,
            RequestId = NewId(),
            Appointment = new() { StartTime = DateTimeOffset.UtcNow.AddDays(3).ToTimestamp(), Place = "Accueil, bureau 2 ; apporter l'avis d'imposition." },
        }, caf, cancellationToken: cancellation);
        received = await referrals.MarkAttendedAsync(new() { Name = received.Name, Etag = received.Etag, RequestId = NewId() }, caf, cancellationToken: cancellation);
        await referrals.CompleteReferralAsync(new()
        {
            Name = received.Name,
            Etag = received.Etag,
            RequestId = NewId(),
            Outcome = Referral.Types.Outcome.Served,
            Autonomy = Referral.Types.Autonomy.WithThePerson,
            Message = "Droits ouverts, la personne sait suivre son dossier en ligne.",
        }, caf, cancellationToken: cancellation);

        await FollowAsync(watch.ResponseStream, sent.Name, cancellation);
        var file = await referrals.GetReferralAsync(new() { Name = sent.Name }, ccas, cancellationToken: cancellation);
        foreach (var entry in file.Timeline)
            Console.WriteLine($"  {entry.OccurTime.ToDateTimeOffset():HH:mm:ss.fff}  {entry.State,-12} {entry.Institution,-26} {entry.Message}");
        return file is { State: Referral.Types.State.Completed, Outcome: Referral.Types.Outcome.Served, NationalStatus: Referral.Types.NationalStatus.Validee };
    }

    private static async Task<Service> FindAsync(PartnersService.PartnersServiceClient partners, CancellationToken cancellation)
    {
        var rennes = (await partners.SuggestCommunesAsync(new() { Text = "Rennes" }, cancellationToken: cancellation)).Communes[0];
        var found = await partners.SearchServicesAsync(
            new() { Text = "CAF", Commune = rennes.InseeCode, AcceptsReferralsOnly = true, PageSize = 200 }, cancellationToken: cancellation);
        return found.Hits.Select(hit => hit.Service).FirstOrDefault(service => service.Institution == "institutions/caf-35")
            ?? throw new IOException("The directory has no service of the CAF that takes referrals: start with the demo network (without --empty).");
    }

    private static async Task<Referral> SubmitAsync(
        ReferralsService.ReferralsServiceClient referrals, Service service, Metadata ccas, CancellationToken cancellation)
    {
        var request = new SubmitReferralRequest
        {
            RequestId = NewId(),
            Referral = new()
            {
                Service = service.Name,
                Theme = service.Themes[0],
                Need = "Ne parvient pas à ouvrir son espace en ligne pour déclarer ses ressources.",
                ReferrerContact = "Accueil du CCAS, 02 61 91 00 01",
                Beneficiary = new() { GivenName = "Maëlle", FamilyName = "Exemple", Phone = "02 61 91 00 02", Commune = "35238" },
                Consent = new() { Given = true, Channel = Consent.Types.Channel.Oral, Witness = "Claire Martin" },
            },
        };
        // Right after the first start the referral service may not have heard of the directory yet.
        for (var until = DateTimeOffset.UtcNow + Patience; ; await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation))
        {
            try
            {
                return await referrals.SubmitReferralAsync(request, ccas, cancellationToken: cancellation);
            }
            catch (RpcException notYet) when (notYet.StatusCode == StatusCode.NotFound && DateTimeOffset.UtcNow < until)
            {
                // Again, with the same request id: at most one referral is sent.
            }
        }
    }

    private static async Task<Referral> ReceivedAsync(
        ReferralsService.ReferralsServiceClient referrals, string name, Metadata caf, CancellationToken cancellation)
    {
        var page = await referrals.ListReferralsAsync(
            new() { Worklist = ListReferralsRequest.Types.Worklist.Unspecified, PageSize = 200 }, caf, cancellationToken: cancellation);
        return page.Referrals.Single(referral => referral.Name == name);
    }

    private static async Task FollowAsync(IAsyncStreamReader<WatchReferralsResponse> stream, string name, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (await stream.MoveNext(patience.Token))
        {
            if (stream.Current.Change is { } change && change.Stream == name && change.ReferralMoved?.ToState == "COMPLETED") return;
        }
    }

    private static async Task<Metadata> SignInAsync(LocalOptions options, string client, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = DemoPlaceholders.SecretOf(client),
        });
        using var answer = await http.PostAsync(new Uri($"{options.PublicUrl}/realms/reseau/protocol/openid-connect/token"), form, cancellation);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<Token>(cancellation);
        return new() { { "Authorization", $"Bearer {token!.AccessToken}" } };
    }

    private static async Task<bool> IsRunningAsync(LocalOptions options, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            return (await http.GetAsync(new Uri($"{options.PublicUrl}/healthz"), cancellation)).IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private sealed record Token([property: JsonPropertyName("access_token")] string AccessToken);
}
