using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;
using State = Reseau.Referrals.V1.Delivery.Types.State;

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
        var after = Paging.Read(request.PageToken, question, parts: 2, Position);
        var size = Paging.Size(request.PageSize);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var page = await DeliveryPages.PageAsync(db, institution, request.State == State.Unspecified ? null : (DeliveryState)request.State, after, size + 1, context.CancellationToken);
        var response = new Contract.ListDeliveriesResponse
        {
            Failed = await db.Deliveries.CountAsync(row => row.Institution == institution && row.State == DeliveryState.Failed, context.CancellationToken),
        };
        response.Deliveries.AddRange(page.Take(size).Select(ToMessage));
        if (page.Count > size) response.NextPageToken = Paging.Token(question, Position(page[size - 1].Row));
        return response;
    }

    private static string[] Position(DeliveryRow row) => [row.CreatedAt.ToString("O", CultureInfo.InvariantCulture), row.Id];

    private static (DateTimeOffset, string)? Position(string[] token) => (DateTimeOffset.Parse(token[0], CultureInfo.InvariantCulture), token[1]);

    private static Contract.Delivery ToMessage(ListedDelivery listed)
    {
        var (row, news, person) = listed;
        // Of who speaks for another institution now, this one learns nothing.
        var address = person is not null && person.Institution == row.Institution ? Preferences.Of(person).AddressFor(row.Channel) : "";
        return new()
        {
            Id = row.Id,
            Channel = (Contract.NotificationPreferences.Types.Channel)row.Channel,
            MaskedAddress = MaskedAddress.Of(row.Channel, address),
            State = (State)row.State,
            Attempts = row.Attempts,
            News = news,
            CreateTime = row.CreatedAt.ToTimestamp(),
            DueTime = row.NextTryAt.ToTimestamp(),
            EndTime = row.EndedAt?.ToTimestamp(),
            Error = row.Error,
        };
    }
}
