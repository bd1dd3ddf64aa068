using Google.Rpc;
using Grpc.Core;
using Reseau.Referrals.Notifications;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.NotificationPreferences.Types;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class SettingPreferences(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    [Fact]
    public async Task Before_anything_is_set_something_is_proposed_and_nothing_sent()
    {
        var marc = await ClientAsync("marc.cdas");

        var proposed = await marc.GetNotificationPreferencesAsync(new());

        Assert.Equal(("", "", 0), (proposed.Etag, proposed.Email, proposed.Channels.Count));
        Assert.Equal(Enum.GetValues<Kind>().Where(kind => kind != Kind.Unspecified), proposed.Choices.Select(choice => choice.Kind));
        Assert.Equal(("20:00", "08:00", true), (proposed.QuietHours.StartTime, proposed.QuietHours.EndTime, proposed.QuietHours.FreeDays));
        Assert.Equal([Channel.Email, Channel.Sms, Channel.Webhook], proposed.AvailableChannels);
    }

    [Fact]
    public async Task Each_person_sets_and_sees_their_own_only()
    {
        var (claire, karim) = (await ClientAsync("claire.accueil"), await ClientAsync("karim.caf"));
        var before = await karim.GetNotificationPreferencesAsync(new());

        var set = await claire.UpdateNotificationPreferencesAsync(Request(await claire.GetNotificationPreferencesAsync(new()), preferences =>
        {
            preferences.Email = "claire@ccas.example";
            preferences.Phone = "06 11 22 33 44";
            preferences.WebhookUrl = "https://outil.example.org/claire";
            preferences.Channels.Add([Channel.Sms, Channel.Email, Channel.Email]);
            preferences.Choices.Clear();
            preferences.Choices.Add(new NotificationChoice { Kind = Kind.Accepted, Pace = Pace.Immediate });
            preferences.QuietHours = null;
        }));

        Assert.Equal(set, await claire.GetNotificationPreferencesAsync(new()));
        Assert.Equal(("claire@ccas.example", "0611223344"), (set.Email, set.Phone));
        Assert.Equal([Channel.Email, Channel.Sms], set.Channels);
        Assert.Equal(Pace.Immediate, set.Choices.Single(choice => choice.Kind == Kind.Accepted).Pace);
        Assert.All(set.Choices.Where(choice => choice.Kind != Kind.Accepted), choice => Assert.Equal(Pace.None, choice.Pace));
        Assert.Equal(set.QuietHours.StartTime, set.QuietHours.EndTime);
        Assert.Equal(64, set.WebhookSecret.Length);
        Assert.Equal(before, await karim.GetNotificationPreferencesAsync(new()));
    }

    [Fact]
    public void A_kind_that_came_after_somebody_chose_is_said_as_it_is_proposed()
    {
        var row = new PreferencesRow { Subject = "claire", Institution = "ccas-rennes", Email = "", Phone = "", WebhookUrl = "", WebhookSecret = "", Channels = "", Choices = "" };
        new Preferences { Choices = new Dictionary<NotificationKind, NotificationPace> { [NotificationKind.Accepted] = NotificationPace.Immediate } }.WriteTo(row);
        row.Choices = row.Choices.Replace($"{NotificationKind.Shared}={NotificationPace.None}", "", StringComparison.Ordinal);

        var read = Preferences.Of(row);

        Assert.Equal(NotificationPace.Immediate, read.PaceOf(NotificationKind.Accepted));
        Assert.Equal(NotificationPace.None, read.PaceOf(NotificationKind.Received));
        Assert.Equal(Preferences.Proposed.PaceOf(NotificationKind.Shared), read.PaceOf(NotificationKind.Shared));
    }

    [Fact]
    public async Task The_key_of_the_signature_stays_until_the_address_goes()
    {
        var lea = await ClientAsync("lea.ml");
        var first = await lea.UpdateNotificationPreferencesAsync(Request(new(), preferences => preferences.WebhookUrl = "https://outil.example.org/lea"));
        var second = await lea.UpdateNotificationPreferencesAsync(Request(first, preferences => preferences.WebhookSecret = "mine"));
        var without = await lea.UpdateNotificationPreferencesAsync(Request(second, preferences => preferences.WebhookUrl = ""));

        Assert.Equal(first.WebhookSecret, second.WebhookSecret);
        Assert.Equal("", without.WebhookSecret);
    }

    [Fact]
    public async Task A_retry_is_recognised_another_body_under_its_id_refused_and_a_stale_version_too()
    {
        var karim = await ClientAsync("karim.caf");
        var request = Request(await karim.GetNotificationPreferencesAsync(new()), preferences => preferences.Email = "karim@caf.example");
        var first = await karim.UpdateNotificationPreferencesAsync(request);

        Assert.Equal(first, await karim.UpdateNotificationPreferencesAsync(request));
        request.Preferences.Email = "autre@caf.example";
        Assert.Equal("REQUEST_ID_REUSED", ErrorInfoOf(await RefusedAsync(karim, request)).Reason);
        request.RequestId = Guid.NewGuid().ToString();
        request.Preferences.Etag = "\"99\"";
        var stale = await RefusedAsync(karim, request);
        Assert.Equal((StatusCode.Aborted, "STALE_ETAG"), (stale.StatusCode, ErrorInfoOf(stale).Reason));
        Assert.DoesNotContain("@", ErrorInfoOf(stale).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_in_French_and_never_repeated()
    {
        var wrong = new UpdateNotificationPreferencesRequest
        {
            RequestId = "one",
            Preferences = new()
            {
                Email = "Claire <claire@secret.example>",
                Phone = "12",
                WebhookUrl = "https://169.254.169.254/secret",
                Channels = { (Channel)9 },
                Choices = { new NotificationChoice { Kind = (Kind)77, Pace = Pace.Digest } },
                QuietHours = new() { StartTime = "20h", EndTime = "25:00" },
            },
        };

        var refused = await RefusedAsync(await ClientAsync("claire.accueil"), wrong);

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.StatusCode, ErrorInfoOf(refused).Reason));
        var violations = DetailOf<BadRequest>(refused).FieldViolations;
        Assert.Equal(
            ["preferences.channels", "preferences.choices", "preferences.email", "preferences.phone", "preferences.quiet_hours.end_time", "preferences.quiet_hours.start_time", "preferences.webhook_url", "request_id"],
            violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
        Assert.All(violations, violation => Assert.Equal("fr", violation.LocalizedMessage.Locale));
        Assert.DoesNotContain("secret", StatusOf(refused).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_preferences_says_that_they_are_missing()
    {
        var refused = await RefusedAsync(await ClientAsync("claire.accueil"), new() { RequestId = Guid.NewGuid().ToString() });

        Assert.Equal(["preferences"], DetailOf<BadRequest>(refused).FieldViolations.Select(violation => violation.Field));
    }

    [Theory]
    [InlineData(Channel.Email, "preferences.email")]
    [InlineData(Channel.Sms, "preferences.phone")]
    [InlineData(Channel.Webhook, "preferences.webhook_url")]
    public async Task A_way_needs_its_address(Channel channel, string field)
    {
        var refused = await RefusedAsync(await ClientAsync("claire.accueil"), Request(new(), preferences => preferences.Channels.Add(channel)));

        Assert.Equal([field], DetailOf<BadRequest>(refused).FieldViolations.Select(violation => violation.Field));
    }

    [Theory]
    [InlineData("claire@ccas.example\r\nBcc: autre@exemple.fr")]
    [InlineData("claire@ccas.example, autre@exemple.fr")]
    [InlineData("claire")]
    [InlineData("claire@")]
    [InlineData("\"Claire\" <claire@ccas.example>")]
    public async Task An_address_is_one_address_and_nothing_else(string email)
    {
        var refused = await RefusedAsync(await ClientAsync("claire.accueil"), Request(new(), preferences => preferences.Email = email));

        Assert.Equal(["preferences.email"], DetailOf<BadRequest>(refused).FieldViolations.Select(violation => violation.Field));
    }

    [Fact]
    public async Task Without_a_token_every_method_answers_UNAUTHENTICATED()
    {
        foreach (var method in NotificationsService.Descriptor.Methods)
            Assert.Equal((StatusCode.Unauthenticated, "UNAUTHENTICATED"), await CallAsync(host.Channel.CreateCallInvoker(), method));
    }

    [Fact]
    public async Task Each_role_reaches_what_the_contract_gives_it_and_nothing_else()
    {
        foreach (var (account, roles) in Accounts)
        {
            var invoker = await host.AsAsync(account);
            foreach (var method in NotificationsService.Descriptor.Methods)
            {
                var (code, reason) = await CallAsync(invoker, method);
                if (Allows(method, roles)) Assert.True(code is StatusCode.OK or StatusCode.InvalidArgument, $"{account} {method.Name}: {code}");
                else Assert.Equal((account, method.Name, StatusCode.PermissionDenied, "NOT_ALLOWED"), (account, method.Name, code, reason));
            }
        }
    }

    private static UpdateNotificationPreferencesRequest Request(NotificationPreferences preferences, Action<NotificationPreferences> change)
    {
        var changed = preferences.Clone();
        change(changed);
        return new() { Preferences = changed, RequestId = Guid.NewGuid().ToString() };
    }

    private static Task<RpcException> RefusedAsync(NotificationsService.NotificationsServiceClient client, UpdateNotificationPreferencesRequest request) =>
        Assert.ThrowsAsync<RpcException>(async () => await client.UpdateNotificationPreferencesAsync(request));

    private async Task<NotificationsService.NotificationsServiceClient> ClientAsync(string account) => new(await host.AsAsync(account));
}
