using System.Net.Mail;
using System.Net.Mime;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Reseau.Hosting.Log;

namespace Reseau.Referrals.Notifications;

/// <summary>Fills in what follows from other settings, and names all that is wrong at once: the service does not start otherwise.</summary>
internal sealed class NotificationSettings(IConfiguration configuration) : IPostConfigureOptions<NotificationOptions>, IValidateOptions<NotificationOptions>
{
    // The address of the local edition: links of an outbox that nobody sends.
    private const string OnThisMachine = "http://localhost:8080";

    /// <inheritdoc />
    public void PostConfigure(string? name, NotificationOptions options)
    {
        if (options.Outbox.Length == 0) options.Outbox = BesideTheDatabase();
        if (options.PortalUrl.Length == 0 && !Sends(options)) options.PortalUrl = OnThisMachine;
    }

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, NotificationOptions options)
    {
        List<string> wrong = [];
        if (!Uri.TryCreate(options.PortalUrl, UriKind.Absolute, out var portal) || portal.Scheme is not ("http" or "https")) wrong.Add("Notifications:PortalUrl must be the public address of the portal");
        if (options.Smtp.Host.Length > 0 && !MailAddress.TryCreate(options.Smtp.From, out _)) wrong.Add("Notifications:Smtp:From must be an e-mail address");
        if (options.Smtp.Port is < 1 or > 65535) wrong.Add("Notifications:Smtp:Port must be a port");
        if (options.Sms.Url.Length > 0 && !IsSafe(options.Sms.Url)) wrong.Add("Notifications:Sms:Url must be https, or on this machine");
        if (options.Sms.ContentType is not (MediaTypeNames.Application.Json or MediaTypeNames.Application.FormUrlEncoded)) wrong.Add("Notifications:Sms:ContentType must be application/json or application/x-www-form-urlencoded");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool Sends(NotificationOptions options) => options.Smtp.Host.Length > 0 || options.Sms.Url.Length > 0 || options.Webhook.Enabled;

    private static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private string BesideTheDatabase()
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        if (!database.IsSqlite) return "";
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
        return Path.Combine(Path.GetDirectoryName(file)!, "outbox");
    }
}
