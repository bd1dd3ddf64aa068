using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Pairs of places that are probably one: a person compares them, merges them or says they are two. A merge is undone from here, or from the page of the merged place, when it was a mistake.</summary>
public sealed partial class DuplicatesPage
{
    public const string Address = "/reseau/doublons";
    public const string Handler = "agir";
    private const int PageSize = 10;

    private ListDuplicatesResponse _list = new();
    private IReadOnlyDictionary<string, string> _institutions = new Dictionary<string, string>(StringComparer.Ordinal);
    private CallProblem? _problem;

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string PageToken => Http.Request.Query["page"].ToString();

    private string Done => Http.Request.Query["fait"].ToString();

    /// <summary>Id of the place that has just been merged into another.</summary>
    private string Merged => Done == "fusion" ? Http.Request.Query["lieu"].ToString() : "";

    private string Here => PageToken.Length == 0 ? Address : $"{Address}?page={Uri.EscapeDataString(PageToken)}";

    protected override async Task LoadAsync()
    {
        var request = new ListDuplicatesRequest { PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Partners((partners, options) => partners.ListDuplicatesAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _list = answer.Value;
        _institutions = await Names.OfAllAsync(_list.Duplicates.SelectMany(pair => new[] { pair.Structure.Institution, pair.Other.Institution }));
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var (place, other, id) = (Form.Text("lieu"), Form.Text("autre"), RequestId.Of(Form));
        switch (Form.Text(ActionForm.ActionField))
        {
            case "garder-premier":
                await MergeAsync(other, place, id);
                break;
            case "garder-second":
                await MergeAsync(place, other, id);
                break;
            case "separer":
                var undo = new SeparateStructureRequest { Name = place, RequestId = id };
                await FinishAsync(await Calls.Partners((partners, options) => partners.SeparateStructureAsync(undo, options)), "separation");
                break;
            default:
                var dismiss = new DismissDuplicateRequest { Name = place, Other = other, RequestId = id };
                await FinishAsync(await Calls.Partners((partners, options) => partners.DismissDuplicateAsync(dismiss, options)), "distincts");
                break;
        }
    }

    private async Task MergeAsync(string hidden, string kept, string id)
    {
        var merge = new MergeStructureRequest { Name = hidden, Into = kept, RequestId = id };
        var answer = await Calls.Partners((partners, options) => partners.MergeStructureAsync(merge, options));
        await FinishAsync(answer, $"fusion&lieu={ResourceId.InAddress(hidden)}");
    }

    private async Task FinishAsync<T>(Answer<T> answer, string done) where T : class
    {
        if (answer.Succeeded)
        {
            // From the first page: the token of a later one belongs to the list as it was.
            Navigation.NavigateTo($"{Address}?fait={done}");
            return;
        }

        Reject(answer.Problem);
        _problem = answer.Problem;
        await LoadAsync();
    }

    private static string PlaceAddress(Structure place) => "/annuaire/lieux/" + ResourceId.InAddress(place.Name);
}
