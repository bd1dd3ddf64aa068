using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.NotificationPreferences.Types;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Enough of the notifications for the portal: preferences by token, versions, and the refusals it meets.</summary>
public sealed class NotificationsStandIn : NotificationsService.NotificationsServiceBase
{
    private readonly ConcurrentDictionary<string, NotificationPreferences> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Delivery> _deliveries = new();

    public UpdateNotificationPreferencesRequest LastUpdate { get; private set; } = new();

    public ListDeliveriesRequest LastList { get; private set; } = new();

    public int Updates { get; private set; }

    /// <summary>Somebody else's tab saved meanwhile.</summary>
    public void ChangeMeanwhile()
    {
        foreach (var preferences in _kept.Values) preferences.Etag = "\"9\"";
    }

    public void Given(Delivery delivery) => _deliveries.Enqueue(delivery);

    public override Task<NotificationPreferences> GetNotificationPreferences(GetNotificationPreferencesRequest request, ServerCallContext context) => Task.FromResult(Of(context).Clone());

    public override Task<NotificationPreferences> UpdateNotificationPreferences(UpdateNotificationPreferencesRequest request, ServerCallContext context)
    {
        Updates++;
        LastUpdate = request;
        var wanted = request.Preferences;
        var violations = new List<(string, string)>();
        if (wanted.Email.Length > 0 && !wanted.Email.Contains('@', StringComparison.Ordinal)) violations.Add(("preferences.email", "Écrivez une adresse complète."));
        if (!TimeOnly.TryParse(wanted.QuietHours.StartTime, System.Globalization.CultureInfo.InvariantCulture, out _)) violations.Add(("preferences.quiet_hours.start_time", "Écrivez une heure comme 20:00."));
        if (violations.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. violations]);
        if (wanted.Etag != Of(context).Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "Vos choix ont changé.");
        var kept = wanted.Clone();
        kept.Etag = $"\"{Updates}\"";
        kept.WebhookSecret = kept.WebhookUrl.Length > 0 ? "cle-de-la-signature" : "";
        _kept[TokenOf(context)] = kept;
        return Task.FromResult(kept);
    }

    public override Task<ListDeliveriesResponse> ListDeliveries(ListDeliveriesRequest request, ServerCallContext context)
    {
        LastList = request;
        return Task.FromResult(new ListDeliveriesResponse
        {
            Deliveries = { _deliveries.Where(delivery => request.State == Delivery.Types.State.Unspecified || delivery.State == request.State) },
            Failed = _deliveries.Count(delivery => delivery.State == Delivery.Types.State.Failed),
            NextPageToken = request.PageToken.Length == 0 ? "suite" : "",
        });
    }

    private NotificationPreferences Of(ServerCallContext context) => _kept.GetOrAdd(TokenOf(context), _ => new()
    {
        QuietHours = new() { StartTime = "20:00", EndTime = "08:00", FreeDays = true },
        AvailableChannels = { Channel.Email, Channel.Sms, Channel.Webhook },
        Choices = { new NotificationChoice { Kind = Kind.Received, Pace = Pace.Immediate }, new NotificationChoice { Kind = Kind.Accepted, Pace = Pace.Digest } },
    });

    // A token is renewed, its person stays: tests sign each browser in once, so the token will do.
    private static string TokenOf(ServerCallContext context) => context.RequestHeaders.GetValue("authorization") ?? "";
}
