using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Reseau.Kernel;
using Contract = Reseau.Referrals.V1;
using Pace = Reseau.Referrals.V1.NotificationPreferences.Types.Pace;

namespace Reseau.Referrals.Notifications;

/// <summary>What preferences must look like. Everything is checked, then answered at once; no message repeats an address.</summary>
public sealed class PreferencesReader(Channels channels, IOptions<NotificationOptions> options)
{
    private const int EmailLength = 254;
    private const int PhoneLength = 30;
    private const int UrlLength = 500;

    /// <summary>Reads preferences; what is wrong with them is a violation.</summary>
    public Preferences Read(Contract.NotificationPreferences asked, Violations violations)
    {
        var read = new Preferences
        {
            Email = violations.Optional("preferences.email", asked.Email, EmailLength),
            Phone = PhoneNumber.Compact(violations.Optional("preferences.phone", asked.Phone, PhoneLength)),
            WebhookUrl = violations.Optional("preferences.webhook_url", asked.WebhookUrl, UrlLength),
            Channels = [.. asked.Channels.Distinct().Select(channel => (NotificationChannel)channel).Order()],
            Choices = Choices(asked, violations),
            Quiet = Quiet(asked.QuietHours, violations),
        };
        CheckAddresses(read, violations);
        CheckChannels(read, violations);
        return read;
    }

    /// <summary>Keeps the key of the signature, or makes one when it is first needed.</summary>
    public static Preferences WithSecret(Preferences wanted, string known) => wanted with
    {
        WebhookSecret = wanted.WebhookUrl.Length == 0 ? "" : known.Length > 0 ? known : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
    };

    private static Dictionary<NotificationKind, NotificationPace> Choices(Contract.NotificationPreferences asked, Violations violations)
    {
        var choices = new Dictionary<NotificationKind, NotificationPace>();
        foreach (var choice in asked.Choices)
        {
            var kind = (NotificationKind)choice.Kind;
            if (!Enum.IsDefined(kind) || !Enum.IsDefined(choice.Pace) || !choices.TryAdd(kind, choice.Pace == Pace.Unspecified ? NotificationPace.None : (NotificationPace)choice.Pace))
                violations.Add("preferences.choices", "UNKNOWN_VALUE", "A choice is not in the list, or twice.", "Un de ces choix n'existe pas, ou est donné deux fois.");
        }
        return choices;
    }

    private static QuietTime Quiet(Contract.QuietHours? asked, Violations violations)
    {
        if (asked is null) return new(TimeOnly.MinValue, TimeOnly.MinValue, FreeDays: false);
        return new(Minute("preferences.quiet_hours.start_time", asked.StartTime, violations), Minute("preferences.quiet_hours.end_time", asked.EndTime, violations), asked.FreeDays);
    }

    private static TimeOnly Minute(string field, string text, Violations violations)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        violations.Add(field, "NOT_A_TIME", "Not a time such as 20:00.", "Écrivez une heure comme 20:00.");
        return TimeOnly.MinValue;
    }

    private void CheckAddresses(Preferences read, Violations violations)
    {
        // No name, no comment, no second address, no line break: nothing but what follows To:.
        if (read.Email.Length > 0 && (!MailAddress.TryCreate(read.Email, out var mail) || mail.Address != read.Email || read.Email.Any(char.IsControl)))
            violations.Add("preferences.email", "NOT_AN_EMAIL", "Not an e-mail address.", "Écrivez une adresse complète, par exemple nom@exemple.fr.");
        if (read.Phone.Length > 0 && !PhoneNumber.IsNumber(read.Phone))
            violations.Add("preferences.phone", "NOT_A_PHONE", "Not a French or international phone number.", "Écrivez un numéro à 10 chiffres, ou international avec +.");
        if (read.WebhookUrl.Length > 0 && !PublicAddress.IsAllowed(read.WebhookUrl, options.Value.Webhook.AllowLoopback))
            violations.Add("preferences.webhook_url", "NOT_A_PUBLIC_ADDRESS", "Not an https address of the public Internet.", "Écrivez une adresse qui commence par https:// et mène à un outil ouvert sur Internet.");
    }

    private void CheckChannels(Preferences read, Violations violations)
    {
        foreach (var channel in read.Channels)
        {
            if (!channels.Available.Contains(channel))
                violations.Add("preferences.channels", "NOT_OFFERED", "The platform does not offer this channel.", "Ce moyen n'est pas proposé ici.");
            else if (read.AddressFor(channel).Length == 0)
                Missing(channel, violations);
        }
    }

    private static void Missing(NotificationChannel channel, Violations violations)
    {
        var (field, sentence) = channel switch
        {
            NotificationChannel.Email => ("email", "Indiquez l'adresse à laquelle vous écrire."),
            NotificationChannel.Sms => ("phone", "Indiquez le numéro auquel envoyer les SMS."),
            _ => ("webhook_url", "Indiquez l'adresse de votre outil."),
        };
        violations.Add($"preferences.{field}", "REQUIRED", $"{field} is required by the channel.", sentence);
    }
}
