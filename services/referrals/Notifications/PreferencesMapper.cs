using System.Globalization;
using Contract = Reseau.Referrals.V1;
using Types = Reseau.Referrals.V1.NotificationPreferences.Types;

namespace Reseau.Referrals.Notifications;

/// <summary>Preferences to messages. The enums of both share their numbers.</summary>
internal static class PreferencesMapper
{
    /// <summary>All of them, for the person whose they are.</summary>
    public static Contract.NotificationPreferences ToMessage(Preferences preferences, string etag, IEnumerable<NotificationChannel> available)
    {
        var message = new Contract.NotificationPreferences
        {
            Etag = etag,
            Email = preferences.Email,
            Phone = preferences.Phone,
            WebhookUrl = preferences.WebhookUrl,
            WebhookSecret = preferences.WebhookSecret,
            QuietHours = new() { StartTime = Minute(preferences.Quiet.From), EndTime = Minute(preferences.Quiet.Until), FreeDays = preferences.Quiet.FreeDays },
        };
        message.Channels.AddRange(preferences.Channels.Select(channel => (Types.Channel)channel));
        message.AvailableChannels.AddRange(available.Select(channel => (Types.Channel)channel));
        message.Choices.AddRange(Enum.GetValues<NotificationKind>().Select(kind => new Contract.NotificationChoice { Kind = (Types.Kind)kind, Pace = (Types.Pace)preferences.PaceOf(kind) }));
        return message;
    }

    private static string Minute(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
