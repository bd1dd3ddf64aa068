using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.ListReferralsRequest.Types;

namespace Reseau.Gateway.Portal.Components;

/// <summary>The lists of one side, received or sent: what waits longest comes first, as the service orders it.</summary>
public sealed partial class WorklistView
{
    private ListReferralsResponse _page = new();
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private Worklist _list;
    private string _word = "";

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<(string Word, Worklist List)> Lists { get; set; } = [];

    [Parameter, EditorRequired]
    public bool Received { get; set; }

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private string PageToken => Http.Request.Query["page"].ToString();

    private bool IsLater => PageToken.Length > 0;

    protected override async Task LoadAsync()
    {
        var asked = Http.Request.Query["liste"].ToString();
        (_word, _list) = Lists.FirstOrDefault(list => list.Word == asked, Lists[0]);

        var request = new ListReferralsRequest { Worklist = _list, PageToken = PageToken, PageSize = 25 };
        var answer = await Calls.Referrals((referrals, options) => referrals.ListReferralsAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _page = answer.Value;
        _names = await Names.OfAllAsync(_page.Referrals.Select(referral => Received ? referral.Sender : referral.Recipient));
    }

    // Closed referrals are not counted: nothing waits there.
    private int? CountOf(Worklist list) => _page.Counts.FirstOrDefault(count => count.Worklist == list)?.Count;

    private string Link(string word, string? page = null) =>
        QueryHelpers.AddQueryString(Address, new Dictionary<string, string?>(StringComparer.Ordinal) { ["liste"] = word, ["page"] = page });
}
