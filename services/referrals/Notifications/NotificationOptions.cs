namespace Reseau.Referrals.Notifications;

/// <summary>How this platform tells professionals: section <c>Notifications</c>. A way that is not set up is written to the outbox; without outbox it is not offered.</summary>
public sealed class NotificationOptions
{
    /// <summary>Public address of the portal, for links. Needed for every way but the outbox.</summary>
    public string PortalUrl { get; set; } = "";

    /// <summary>Département whose clock and public holidays hold, e.g. 35 or 974; mainland France when empty.</summary>
    public string Departement { get; set; } = "";

    /// <summary>Folder of the outbox, one file per message: what would have been sent. Beside the database with SQLite, none with PostgreSQL, unless said.</summary>
    public string Outbox { get; set; } = "";

    /// <summary>The mail server.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>The SMS provider.</summary>
    public SmsOptions Sms { get; set; } = new();

    /// <summary>Webhooks.</summary>
    public WebhookOptions Webhook { get; set; } = new();
}

/// <summary>The mail server: section <c>Notifications:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>Its name; empty = none.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>TLS from the first byte; whatever is said, on port 465, which is for that (RFC 8314).</summary>
    public bool Tls { get; set; }

    /// <summary>Demands STARTTLS where there is no <see cref="Tls"/>. Off only on a network of one's own.</summary>
    public bool StartTls { get; set; } = true;

    internal bool IsTls => Tls || Port == 465;

    /// <summary>Account; empty = none.</summary>
    public string User { get; set; } = "";

    /// <summary>Its password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Address of the sender.</summary>
    public string From { get; set; } = "";
}

/// <summary>The SMS provider, any with an HTTP interface: section <c>Notifications:Sms</c>.</summary>
public sealed class SmsOptions
{
    /// <summary>Where a message is posted; empty = none.</summary>
    public string Url { get; set; } = "";

    /// <summary>What is posted: <c>{to}</c>, <c>{text}</c> and <c>{id}</c> are replaced, written as the content type demands.</summary>
    public string Body { get; set; } = """{"to":"{to}","text":"{text}","id":"{id}"}""";

    /// <summary><c>application/json</c> or <c>application/x-www-form-urlencoded</c>.</summary>
    public string ContentType { get; set; } = "application/json";

    /// <summary>Header <c>Authorization</c>; empty = none.</summary>
    public string Authorization { get; set; } = "";
}

/// <summary>Webhooks: section <c>Notifications:Webhook</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Whether professionals may have messages posted to an address of theirs.</summary>
    public bool Enabled { get; set; }

    /// <summary>Whether that may be this machine, without TLS: for trying it out.</summary>
    public bool AllowLoopback { get; set; }
}
