using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Notifications;

internal sealed partial class NotificationsEndpoint
{
    public override async Task<Contract.ListDeliveriesResponse> ListDeliveries(Contract.ListDeliveriesRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var caller = Caller.Of(context);
        var institution = request.Institution.Length == 0 ? caller.Institution : ResourceName.Parse(request.Institution, "institutions", "institution", violations).Id;
        if (!System.Enum.IsDefined(request.State)) violations.Add("state", "UNKNOWN_VALUE", "The state is not in the list.", "Cette valeur n'est pas dans la liste.");
        violations.ThrowIfAny();
        if (!caller.IsAdministrator) caller.Demand(institution);

        var question = $"deliveries/{institution}/{request.State}";
        var after = Paging.Read(request.PageToken, question, parts: 2);
        var size = Paging.Size(request.PageSize);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var page = await PageAsync(db, institution, request.State, after, size + 1, context.CancellationToken);
        var response = new Contract.ListDeliveriesResponse
        {
            Failed = await db.Deliveries.CountAsync(row => row.Institution == institution && row.State == DeliveryState.Failed, context.CancellationToken),
        };
        response.Deliveries.AddRange(page.Take(size));
        if (page.Count > size)
        {
            var last = page[size - 1];
            response.NextPageToken = Paging.Token(question, last.CreateTime.ToDateTimeOffset().ToString("O", CultureInfo.InvariantCulture), last.Id);
        }
        return response;
    }

    private static async Task<List<Contract.Delivery>> PageAsync(
        ReferralsDb db, string institution, Contract.Delivery.Types.State state, string[]? after, int size, CancellationToken cancellation)
    {
        var rows = db.Deliveries.AsNoTracking().Where(row => row.Institution == institution);
        if (state != Contract.Delivery.Types.State.Unspecified) rows = rows.Where(row => row.State == (DeliveryState)state);
        if (after is [var time, var id])
        {
            var last = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
            rows = rows.Where(row => row.CreatedAt < last || (row.CreatedAt == last && string.Compare(row.Id, id) < 0));
        }
        var page = await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(size)
            .Select(row => new { Row = row, News = db.DeliveryItems.Count(item => item.Delivery == row.Id), Person = db.NotificationPreferences.SingleOrDefault(person => person.Subject == row.Subject) })
            .ToListAsync(cancellation);
        return [.. page.Select(one => ToMessage(one.Row, one.News, one.Person is { } person && person.Institution == institution ? Preferences.Of(person) : null))];
    }

    private static Contract.Delivery ToMessage(DeliveryRow row, int news, Preferences? wants) => new()
    {
        Id = row.Id,
        Channel = (Contract.NotificationPreferences.Types.Channel)row.Channel,
        MaskedAddress = MaskedAddress.Of(row.Channel, wants?.AddressFor(row.Channel) ?? ""),
        State = (Contract.Delivery.Types.State)row.State,
        Attempts = row.Attempts,
        News = news,
        CreateTime = row.CreatedAt.ToTimestamp(),
        DueTime = row.NextTryAt.ToTimestamp(),
        EndTime = row.EndedAt?.ToTimestamp(),
        Error = row.Error,
    };
}
