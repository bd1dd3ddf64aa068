using Microsoft.Extensions.Options;

namespace Reseau.Referrals.Notifications;

/// <summary>What carries each way on this platform: its own adapter where it is set up, otherwise the outbox, otherwise nothing.</summary>
public sealed class Channels : IDisposable
{
    private readonly Dictionary<NotificationChannel, IChannel> _channels = [];

    public Channels(IOptions<NotificationOptions> options)
    {
        var settings = options.Value;
        Add(NotificationChannel.Email, settings, settings.Smtp.Host.Length > 0, () => new SmtpChannel(settings.Smtp, new Uri(settings.PortalUrl).Host));
        Add(NotificationChannel.Sms, settings, settings.Sms.Url.Length > 0, () => new SmsChannel(settings.Sms));
        Add(NotificationChannel.Webhook, settings, settings.Webhook.Enabled, () => new WebhookChannel(settings.Webhook));
    }

    /// <summary>The ways that can be chosen.</summary>
    public IReadOnlyList<NotificationChannel> Available => [.. _channels.Keys.Order()];

    /// <summary>What carries that way; null when nothing does (any more).</summary>
    public IChannel? Of(NotificationChannel channel) => _channels.GetValueOrDefault(channel);

    public void Dispose()
    {
        foreach (var channel in _channels.Values) (channel as IDisposable)?.Dispose();
    }

    private void Add(NotificationChannel way, NotificationOptions settings, bool isSetUp, Func<IChannel> own)
    {
        if (isSetUp) _channels[way] = own();
        else if (settings.Outbox.Length > 0) _channels[way] = new OutboxChannel(settings.Outbox, way);
    }
}
