using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The places of the person's institution, those without a service included. An administrator may look at those of any.</summary>
public sealed partial class OwnPlacesPage
{
    public const string Address = "/mes-services/lieux";
    private const int PageSize = 25;

    private ListStructuresResponse _list = new();
    private IReadOnlyList<Institution> _institutions = [];
    private string _name = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string PageToken => Http.Request.Query["page"].ToString();

    private string Asked => User.IsAdministrator ? Http.Request.Query["institution"].ToString().Trim() : "";

    /// <summary>Nothing for an administrator without institution who has not chosen one yet.</summary>
    private string Institution => Asked.Length > 0 ? "institutions/" + Asked : User.Institution ?? "";

    private bool IsOwn => Institution == (User.Institution ?? "");

    private string Title => IsOwn && Institution.Length > 0 ? "Mes lieux" : "Lieux";

    private string Here => AddressOf(Institution, User);

    /// <summary>The page of an institution's places, for somebody who may write them.</summary>
    public static string AddressOf(string institution, PortalUser user) =>
        institution == user.Institution ? Address : $"{Address}?institution={ResourceId.InAddress(institution)}";

    protected override async Task LoadAsync()
    {
        if (User.IsAdministrator) _institutions = await Names.AllAsync();
        if (Institution.Length == 0) return;

        var request = new ListStructuresRequest { Institution = Institution, PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Partners((partners, options) => partners.ListStructuresAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _list = answer.Value;
        _name = await Names.OfAsync(Institution);
    }
}
