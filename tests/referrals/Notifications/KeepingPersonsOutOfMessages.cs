using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reseau.Referrals.Notifications;
using Reseau.Referrals.Tests.Attachments;
using Reseau.Referrals.Tests.Rpc;
using Reseau.Referrals.V1;
using Reseau.Testing;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.NotificationPreferences.Types;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class KeepingPersonsOutOfMessages(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private static readonly string[] Addresses = ["claire@ccas.example", "karim@caf.example", "0611223344", "outil.example.org"];

    // Everything that is said of the person, or by one professional to the other.
    private static readonly string[] Sealed =
        ["Maëlle", "Exemple", "0261910002", "02 61 91 00 02", "Ne parvient pas", "Accueil du CCAS", "PAROLE", "Bureau secret"];

    [Fact]
    public async Task Nothing_that_is_sealed_appears_in_any_message_and_no_address_in_logs_or_events()
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        await SubscribeAsync("claire.accueil", Addresses[0]);
        await SubscribeAsync("karim.caf", Addresses[1]);
        var service = await host.KnowsServiceOfAsync("caf-35");

        var name = (await ccas.SubmitReferralAsync(ReferralsHost.Submission(service))).Name;
        await caf.RequestInformationAsync(new() { Name = name, RequestId = NewId(), Message = "PAROLE : depuis quand ?" });
        await ccas.ProvideInformationAsync(new() { Name = name, RequestId = NewId(), Message = "PAROLE : depuis lundi." });
        await caf.AcceptReferralAsync(new() { Name = name, RequestId = NewId(), Message = "PAROLE : d'accord." });
        await caf.ScheduleReferralAsync(new()
        {
            Name = name, RequestId = NewId(), Appointment = new() { StartTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddDays(3)), Place = "Bureau secret" },
        });
        await ccas.AddNoteAsync(new() { Name = name, RequestId = NewId(), Text = "PAROLE : elle viendra avec sa sœur.", Visibility = TimelineEntry.Types.Visibility.Shared });
        await ccas.AddNoteAsync(new() { Name = name, RequestId = NewId(), Text = "PAROLE : pour nous.", Visibility = TimelineEntry.Types.Visibility.Internal });
        await ccas.UploadAsync(Rpc.Documents.Header(name, "PAROLE.pdf"), Files.Pdf());
        await caf.UploadAsync(Rpc.Documents.Header(name, "PAROLE.pdf", TimelineEntry.Types.Visibility.Internal), Files.Pdf());
        await ccas.RequestCancellationAsync(new() { Name = name, RequestId = NewId(), Message = "PAROLE : la personne a déménagé." });
        await caf.ConfirmCancellationAsync(new() { Name = name, RequestId = NewId(), Message = "PAROLE : entendu." });

        // Three ways each: received, information, note, document and cancellation here; question, accepted, appointment and closed there.
        var files = await Eventually.GetAsync(() => Outbox().FindAll(file => file.Text.Contains(name["referrals/".Length..], StringComparison.Ordinal)), found => found.Count >= 9 * 3, TimeSpan.FromSeconds(30));
        Assert.Equal(9 * 3, files.Count);
        Assert.All(files, file => Assert.All(Sealed, secret => Assert.DoesNotContain(secret, file.Raw + file.Text, StringComparison.OrdinalIgnoreCase)));
        Assert.All(files.Where(file => file.Name.EndsWith(".eml", StringComparison.Ordinal)), file => Assert.InRange(file.Subject.Length, 1, 78));
        Assert.All(files, file => Assert.Contains("/orientations/", file.Text, StringComparison.Ordinal));
        Assert.All(Addresses, address => Assert.DoesNotContain(host.Logs.Lines, line => line.Contains(address, StringComparison.Ordinal)));
        var events = await host.ReadAsync(db => Task.FromResult(db.Events.Select(row => row.Body).ToList()));
        Assert.All(Addresses, address => Assert.DoesNotContain(events, body => body.Contains(address, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_became_of_messages_is_shown_to_the_head_of_the_institution_masked_and_paged()
    {
        await SubscribeAsync("claire.accueil", Addresses[0]);
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var service = await host.KnowsServiceOfAsync("caf-35");
        var name = (await ccas.SubmitReferralAsync(ReferralsHost.Submission(service))).Name;
        await caf.AcceptReferralAsync(new() { Name = name, RequestId = NewId() });
        var yann = new NotificationsService.NotificationsServiceClient(await host.AsAsync("yann.responsable"));

        var all = await Eventually.GetAsync(async () => await yann.ListDeliveriesAsync(new() { PageSize = 200, State = Delivery.Types.State.Sent }), answer => answer.Deliveries.Count >= 3);

        Assert.Contains(all.Deliveries, delivery => (delivery.Channel, delivery.MaskedAddress) == (Channel.Email, "cl…@ccas.example"));
        Assert.Contains(all.Deliveries, delivery => (delivery.Channel, delivery.MaskedAddress) == (Channel.Sms, "… 44"));
        Assert.Contains(all.Deliveries, delivery => (delivery.Channel, delivery.MaskedAddress) == (Channel.Webhook, "outil.example.org"));
        Assert.DoesNotContain("claire", all.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, all.Failed);
        var visited = new List<string>();
        for (var token = ""; ;)
        {
            var page = await yann.ListDeliveriesAsync(new() { PageSize = 2, PageToken = token, State = Delivery.Types.State.Sent });
            visited.AddRange(page.Deliveries.Select(delivery => delivery.Id));
            if ((token = page.NextPageToken).Length == 0) break;
        }
        Assert.Equal(all.Deliveries.Select(delivery => delivery.Id), visited);
    }

    [Fact]
    public async Task The_messages_of_another_institution_are_shown_to_an_administrator_only()
    {
        var (yann, admin) = (new NotificationsService.NotificationsServiceClient(await host.AsAsync("yann.responsable")), new NotificationsService.NotificationsServiceClient(await host.AsAsync("admin.reseau")));

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await yann.ListDeliveriesAsync(new() { Institution = "institutions/caf-35" }));

        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
        Assert.NotNull(await admin.ListDeliveriesAsync(new() { Institution = "institutions/caf-35" }));
    }

    private async Task SubscribeAsync(string account, string email)
    {
        var client = new NotificationsService.NotificationsServiceClient(await host.AsAsync(account));
        var preferences = new NotificationPreferences
        {
            Email = email, Phone = Addresses[2], WebhookUrl = $"https://{Addresses[3]}/", Channels = { Channel.Email, Channel.Sms, Channel.Webhook },
        };
        preferences.Choices.AddRange(Enum.GetValues<Kind>().Where(kind => kind != Kind.Unspecified).Select(kind => new NotificationChoice { Kind = kind, Pace = Pace.Immediate }));
        await client.UpdateNotificationPreferencesAsync(new() { Preferences = preferences, RequestId = NewId() });
    }

    private List<Letter> Outbox()
    {
        var folder = host.Services.GetRequiredService<IOptions<NotificationOptions>>().Value.Outbox;
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(Letter.Read)] : [];
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
