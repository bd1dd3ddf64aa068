using System.Globalization;
using Reseau.Gateway.Portal.Calls;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.NotificationPreferences.Types;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The preferences for notifications as they are on the page: those kept, or what was typed when the form is shown again.</summary>
public sealed class NotificationForm
{
    private static readonly FormControls Controls = new(
        "preferences",
        ("channels", "moyens", "Comment vous prévenir"),
        ("email", "courriel", "Adresse électronique"),
        ("phone", "telephone", "Téléphone"),
        ("webhook_url", "outil", "Adresse de votre outil"),
        ("choices", Choice(Kind.Received), "Ce dont vous voulez être prévenu"),
        ("quiet_hours.start_time", "silence-debut", "Ne pas déranger à partir de"),
        ("quiet_hours.end_time", "silence-fin", "Ne pas déranger jusqu’à"));

    private NotificationForm(NotificationPreferences shown) => Shown = shown;

    /// <summary>What the controls hold.</summary>
    public NotificationPreferences Shown { get; }

    /// <summary>The kinds of news, in the order of the contract.</summary>
    public static IReadOnlyList<Kind> Kinds { get; } = [.. Enum.GetValues<Kind>().Where(kind => kind != Kind.Unspecified)];

    /// <summary>Name of the control that says when to tell something.</summary>
    public static string Choice(Kind kind) => $"quand-{kind.ToString().ToLowerInvariant()}";

    public static NotificationForm Of(NotificationPreferences kept) => new(kept);

    /// <summary>What was typed, on top of what only the service says.</summary>
    public static NotificationForm Of(FormValues values, NotificationPreferences kept)
    {
        var typed = new NotificationPreferences
        {
            Etag = values.Text(ActionForm.EtagField),
            Email = values.Text("courriel"),
            Phone = values.Text("telephone"),
            WebhookUrl = values.Text("outil"),
            WebhookSecret = kept.WebhookSecret,
            AvailableChannels = { kept.AvailableChannels },
            QuietHours = new() { StartTime = Hour(values.Text("silence-debut")), EndTime = Hour(values.Text("silence-fin")), FreeDays = values.Has("silence-jours") },
        };
        typed.Channels.AddRange(values.All("moyens").Select(value => Enum.TryParse<Channel>(value, out var channel) ? channel : Channel.Unspecified));
        typed.Choices.AddRange(Kinds.Select(kind => new NotificationChoice { Kind = kind, Pace = Enum.TryParse<Pace>(values.Text(Choice(kind)), out var pace) ? pace : Pace.None }));
        return new(typed);
    }

    /// <summary>When to tell something.</summary>
    public Pace PaceOf(Kind kind) => Shown.Choices.FirstOrDefault(choice => choice.Kind == kind)?.Pace ?? Pace.None;

    public UpdateNotificationPreferencesRequest ToRequest(FormValues values) => new() { Preferences = Shown, RequestId = RequestId.Of(values) };

    /// <summary>What the service found wrong, at its control.</summary>
    public static IReadOnlyList<FieldProblem> Problems(CallProblem problem) => Controls.Together([], problem);

    // Browsers send 20:00; who types it in words of their own writes 20h, 20 h 30 or 8:00. No hours at all are no quiet hours.
    private static string Hour(string text) => text.Length == 0 ? "00:00" : FrenchInput.Hour(text) is { } hour ? hour.ToString("HH:mm", CultureInfo.InvariantCulture) : text;
}
