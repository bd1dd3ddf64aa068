using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reseau.Referrals.Notifications;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class SettingUpTheWays
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "reseau-settings");

    [Fact]
    public async Task With_SQLite_everything_goes_to_an_outbox_beside_the_database()
    {
        var (options, offered) = await ReadAsync(("Database:Provider", "Sqlite"), ("Database:ConnectionString", $"Data Source={Folder}/referrals.db"));

        Assert.Equal(Path.Combine(Folder, "outbox"), options.Outbox);
        Assert.Equal([NotificationChannel.Email, NotificationChannel.Sms, NotificationChannel.Webhook], offered);
    }

    [Fact]
    public async Task With_PostgreSQL_nothing_is_offered_until_it_is_set_up()
    {
        Assert.Empty((await ReadAsync()).Offered);
        Assert.Equal([NotificationChannel.Email], (await ReadAsync(Portal, ("Notifications:Smtp:Host", "mail.example"), ("Notifications:Smtp:From", "reseau@ville.example"))).Offered);
        Assert.Equal([NotificationChannel.Sms], (await ReadAsync(Portal, ("Notifications:Sms:Url", "https://sms.example/send"))).Offered);
        Assert.Equal([NotificationChannel.Webhook], (await ReadAsync(Portal, ("Notifications:Webhook:Enabled", "true"))).Offered);
        Assert.Equal(3, (await ReadAsync(("Notifications:Outbox", Folder))).Offered.Count);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once_and_the_service_does_not_start()
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => ReadAsync(
            ("Notifications:Smtp:Host", "mail.example"), ("Notifications:Smtp:Port", "0"), ("Notifications:Sms:Url", "http://sms.example/send"), ("Notifications:Sms:ContentType", "text/plain")));

        Assert.Equal(
            ["Notifications:PortalUrl", "Notifications:Smtp:From", "Notifications:Smtp:Port", "Notifications:Sms:Url", "Notifications:Sms:ContentType"],
            wrong.Failures.Select(failure => failure.Split(' ')[0]));
    }

    private static (string, string) Portal => ("Notifications:PortalUrl", "https://reseau.example");

    // As the service reads them: building it checks its settings, and connects to nothing.
    private static async Task<(NotificationOptions Options, IReadOnlyList<NotificationChannel> Offered)> ReadAsync(params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] usual =
        [
            ("Database:Provider", "PostgreSQL"), ("Database:ConnectionString", "Host=nowhere.example;Database=referrals"), ("Keycloak:AuthServerUrl", "https://identity.example"),
            ("Keycloak:Realm", "reseau"), ("Keycloak:Resource", "reseau-referrals"), ("Keycloak:Audience", "reseau"), ("Keycloak:Credentials:Secret", "s"), ("APP_API_TOKEN", "t"),
            ("Services:partners", "http://127.0.0.1:9"),
            ("Services:conventions", "http://127.0.0.1:9"),
        ];
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, value) in usual.Concat(settings)) all[key] = value;
        await using var app = ReferralsApp.Build([], builder => builder.Configuration.AddInMemoryCollection(all));
        return (app.Services.GetRequiredService<IOptions<NotificationOptions>>().Value, app.Services.GetRequiredService<Channels>().Available);
    }
}
