using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.NotificationPreferences.Types;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>What the person wants to be told of, how and when. Links of the messages lead here to change it: opening it changes nothing.</summary>
public sealed partial class NotificationsPage
{
    public const string Address = "/mes-notifications";
    private const string Handler = "preferences";
    private const string Done = "preferences";

    private static readonly IReadOnlyList<(string Value, string Text)> Paces =
        [.. ((Pace[])[Pace.Immediate, Pace.Digest]).Select(pace => (pace.ToString(), Label.OfNotification("Pace", pace)))];

    private NotificationPreferences _kept = new();
    private NotificationForm _form = NotificationForm.Of(new() { QuietHours = new() });

    private IReadOnlyList<(string Value, string Text)> Channels => [.. _kept.AvailableChannels.Select(channel => (channel.ToString(), Label.OfNotification("Channel", channel)))];

    private IReadOnlyList<string> Chosen => [.. _form.Shown.Channels.Select(channel => channel.ToString())];

    // Shown again after somebody's change, saving replaces it: the person has been told.
    private string Etag => IsStale || !IsPost ? _kept.Etag : _form.Shown.Etag;

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Notifications((notifications, options) => notifications.GetNotificationPreferencesAsync(new(), options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _kept = answer.Value;
        _form = IsPost ? NotificationForm.Of(Form, _kept) : NotificationForm.Of(_kept);
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;

        var request = _form.ToRequest(Form);
        var answer = await Calls.Notifications((notifications, options) => notifications.UpdateNotificationPreferencesAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Address}?fait={Done}");
            return;
        }

        Refuse(answer.Problem, NotificationForm.Problems);
    }

    private bool Offers(Channel channel) => _kept.AvailableChannels.Contains(channel);
}
