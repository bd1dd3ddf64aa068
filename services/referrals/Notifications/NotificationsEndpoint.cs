using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Notifications;

/// <summary>The notification API: each professional's own preferences, and what became of an institution's messages.</summary>
internal sealed partial class NotificationsEndpoint(
    CommandLog<ReferralsDb> commands, IDbContextFactory<ReferralsDb> databases, Channels channels, PreferencesReader reader, TimeProvider clock)
    : Contract.NotificationsService.NotificationsServiceBase
{
    // What a stale version is called: the person's id has no business in an error.
    private const string Resource = "notificationPreferences/own";

    public override async Task<Contract.NotificationPreferences> GetNotificationPreferences(Contract.GetNotificationPreferencesRequest request, ServerCallContext context) =>
        await ReadAsync(Caller.Of(context), context.CancellationToken);

    public override async Task<Contract.NotificationPreferences> UpdateNotificationPreferences(Contract.UpdateNotificationPreferencesRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        Commands.RequireRequestId(request.RequestId, violations);
        if (request.Preferences is null) violations.Add("preferences", "REQUIRED", "preferences is required.", "Choisissez ce que vous voulez recevoir.");
        var asked = request.Preferences ?? new();
        var wanted = reader.Read(asked, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        // A command like any other, so that a retry is recognised; it appends nothing, since the log knows no address.
        await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var row = await unit.Db.NotificationPreferences.FindAsync([caller.Subject], cancellation);
            Etag.Check(asked.Etag, Resource, IsOf(row, caller) ? row!.Version : 0);
            if (row is null) unit.Db.NotificationPreferences.Add(row = Empty(caller));
            row.Institution = caller.Institution;
            PreferencesReader.WithSecret(wanted, row.WebhookSecret).WriteTo(row);
            row.Version++;
            return new(Resource, row.Version);
        }, context.CancellationToken);
        return await ReadAsync(caller, context.CancellationToken);
    }

    private async Task<Contract.NotificationPreferences> ReadAsync(Caller caller, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await db.NotificationPreferences.AsNoTracking().SingleOrDefaultAsync(person => person.Subject == caller.Subject, cancellation);
        // What was set for another institution is not what the person wants here.
        return IsOf(row, caller)
            ? PreferencesMapper.ToMessage(Preferences.Of(row!), Etag.Of(row!.Version), channels.Available)
            : PreferencesMapper.ToMessage(Preferences.Proposed, "", channels.Available);
    }

    private static bool IsOf(PreferencesRow? row, Caller caller) => row is not null && row.Institution == caller.Institution;

    private static PreferencesRow Empty(Caller caller) => new()
    {
        Subject = caller.Subject,
        Institution = caller.Institution,
        Email = "",
        Phone = "",
        WebhookUrl = "",
        WebhookSecret = "",
        Channels = "",
        Choices = "",
    };
}
