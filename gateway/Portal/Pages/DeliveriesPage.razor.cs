using Microsoft.AspNetCore.WebUtilities;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>What was sent to an institution's professionals and what failed, for the head of its team: an address that is wrong is seen here first.</summary>
public sealed partial class DeliveriesPage
{
    public const string Address = "/mes-notifications/envois";
    private const int PageSize = 50;

    private ListDeliveriesResponse _list = new();

    private string PageToken => Http.Request.Query["page"].ToString();

    private bool OnlyFailed => Http.Request.Query["etat"] == "echec";

    protected override async Task LoadAsync()
    {
        var request = new ListDeliveriesRequest { PageSize = PageSize, PageToken = PageToken, State = OnlyFailed ? Delivery.Types.State.Failed : Delivery.Types.State.Unspecified };
        var answer = await Calls.Notifications((notifications, options) => notifications.ListDeliveriesAsync(request, options));
        if (answer.Succeeded) _list = answer.Value;
        else Fail(answer.Problem);
    }

    private static string PageAddress(string page, bool failed) => QueryHelpers.AddQueryString(
        Address,
        new[] { KeyValuePair.Create<string, string?>("etat", failed ? "echec" : ""), KeyValuePair.Create<string, string?>("page", page) }.Where(part => part.Value is { Length: > 0 }));
}
