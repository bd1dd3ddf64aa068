using System.Globalization;

namespace Reseau.Referrals.Notifications;

/// <summary>What one professional wants to be told of, and where.</summary>
public sealed record Preferences
{
    /// <summary>E-mail address; empty without.</summary>
    public string Email { get; init; } = "";

    /// <summary>Telephone; empty without.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Address of a tool; empty without.</summary>
    public string WebhookUrl { get; init; } = "";

    /// <summary>Key of the signature of what is posted there; empty without.</summary>
    public string WebhookSecret { get; init; } = "";

    /// <summary>The ways chosen.</summary>
    public IReadOnlyList<NotificationChannel> Channels { get; init; } = [];

    /// <summary>What to say when; what is missing is never said.</summary>
    public IReadOnlyDictionary<NotificationKind, NotificationPace> Choices { get; init; } = new Dictionary<NotificationKind, NotificationPace>();

    /// <summary>When to be left in peace.</summary>
    public QuietTime Quiet { get; init; } = QuietTime.Usual;

    /// <summary>Proposed to who has set nothing: what waits for somebody at once, the rest in the morning. Without an address nothing of it is sent.</summary>
    public static Preferences Proposed { get; } = new()
    {
        Choices = Enum.GetValues<NotificationKind>().ToDictionary(kind => kind, kind => kind is NotificationKind.Received or NotificationKind.Question or NotificationKind.Information
            ? NotificationPace.Immediate
            : NotificationPace.Digest),
    };

    /// <summary>Where a message of that way goes; empty when the person does not want it.</summary>
    public string AddressFor(NotificationChannel channel) => !Channels.Contains(channel) ? "" : channel switch
    {
        NotificationChannel.Email => Email,
        NotificationChannel.Sms => Phone,
        NotificationChannel.Webhook => WebhookUrl,
        _ => "",
    };

    /// <summary>When to say something of a kind.</summary>
    public NotificationPace PaceOf(NotificationKind kind) => Choices.GetValueOrDefault(kind, NotificationPace.None);

    /// <summary>From the table.</summary>
    public static Preferences Of(PreferencesRow row) => new()
    {
        Email = row.Email,
        Phone = row.Phone,
        WebhookUrl = row.WebhookUrl,
        WebhookSecret = row.WebhookSecret,
        Channels = [.. Words(row.Channels).Select(Enum.Parse<NotificationChannel>)],
        Choices = Chosen(row.Choices),
        Quiet = new(Minute(row.QuietFrom), Minute(row.QuietUntil), row.QuietOnFreeDays),
    };

    /// <summary>To the table.</summary>
    public void WriteTo(PreferencesRow row)
    {
        (row.Email, row.Phone, row.WebhookUrl, row.WebhookSecret) = (Email, Phone, WebhookUrl, WebhookSecret);
        row.Channels = string.Join(' ', Channels);
        row.Choices = string.Join(' ', Enum.GetValues<NotificationKind>().Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind}={PaceOf(kind)}")));
        (row.QuietFrom, row.QuietUntil, row.QuietOnFreeDays) = (Minute(Quiet.From), Minute(Quiet.Until), Quiet.FreeDays);
    }

    // Every kind is written down, also what was not wanted: one that is not there did not exist yet, and is said as is proposed to everybody.
    private static Dictionary<NotificationKind, NotificationPace> Chosen(string choices)
    {
        var chosen = new Dictionary<NotificationKind, NotificationPace>(Proposed.Choices);
        foreach (var pair in Words(choices).Select(word => word.Split('='))) chosen[Enum.Parse<NotificationKind>(pair[0])] = Enum.Parse<NotificationPace>(pair[1]);
        return chosen;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static TimeOnly Minute(int ofDay) => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(ofDay));

    private static int Minute(TimeOnly time) => (int)time.ToTimeSpan().TotalMinutes;
}
