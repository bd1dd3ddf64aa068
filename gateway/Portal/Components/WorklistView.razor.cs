using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.ListReferralsRequest.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Portal.Components;

/// <summary>
/// The lists of one side, received or sent: what waits longest comes first, as the service orders it. The address holds the filters;
/// ticked referrals are answered together, each with its own result.
/// </summary>
public sealed partial class WorklistView
{
    private const string Handler = "agir-ensemble";
    private const int MostServices = 200;

    // Where counting stops in the service: more are many.
    private const int Many = 1000;

    // With a filter that fits few, the service may look a long way without a find: it is asked to go on, for as long as a person waits.
    private const int MostLooks = 5;

    private readonly List<FieldProblem> _problems = [];
    private ListReferralsResponse _page = new();
    private WorklistForm _asked = new();
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<(string Value, string Text)> _services = [];
    private IReadOnlyList<MovedReferral> _results = [];
    private IReadOnlyList<Referral> _acted = [];
    private HashSet<Action> _possible = [];
    private FormValues _sent = FormValues.Empty;
    private string _partner = "";
    private Worklist _list;

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

    private bool IsLater => _asked.Page.Length > 0;

    private string Here => _asked.ToAddress(Address);

    protected override async Task LoadAsync()
    {
        var asked = WorklistForm.Of(Http.Request.Query);
        (var word, _list) = Lists.FirstOrDefault(list => list.Word == asked.List, Lists[0]);
        _asked = asked with { List = word };
        var services = Received ? ServicesAsync() : Task.FromResult(_services);
        if (_asked.Partner.Length > 0) _partner = await Names.OfAsync("institutions/" + _asked.Partner);
        await ReadAsync();
        _services = await services;
    }

    private async Task ReadAsync()
    {
        var problems = new List<FieldProblem>();
        var request = _asked.ToRequest(_list, problems);
        _problems.AddRange(problems);
        for (var look = 0; look < MostLooks; look++)
        {
            var answer = await Calls.Referrals((referrals, options) => referrals.ListReferralsAsync(request, options));
            if (!answer.Succeeded)
            {
                Refuse(answer.Problem);
                return;
            }

            _page = answer.Value;
            request.PageToken = _page.NextPageToken;
            if (_page.Referrals.Count > 0 || _page.NextPageToken.Length == 0) break;
        }

        _possible = [.. _page.Referrals.SelectMany(referral => referral.PossibleActions).Where(action => BulkForm.Plain.Contains(action) || BulkForm.Asking.Contains(action))];
        _names = await Names.OfAllAsync(_page.Referrals.Select(PartnerOf).Where(name => name.Length > 0));
    }

    // A filter that is wrong is shown again; anything else leaves nothing to show.
    private void Refuse(CallProblem problem)
    {
        if (problem.Fields.Count == 0)
        {
            Fail(problem);
            return;
        }

        Reject(problem);
        _problems.AddRange(problem.Fields.Select(WorklistForm.Named));
    }

    private async Task ActAsync()
    {
        if (Problem is not null || BulkForm.Of(Form) is not { } form) return;

        var answer = await form.SendAsync(Calls);
        if (!answer.Succeeded)
        {
            Reject(answer.Problem);
            _sent = Form;
            _problems.AddRange(form.Together(answer.Problem));
            return;
        }

        (_results, _acted) = (answer.Value.Results, [.. _page.Referrals]);
        // The list then tells the state of things now.
        await ReadAsync();
    }

    // To choose from; the list is useful without them.
    private async Task<IReadOnlyList<(string, string)>> ServicesAsync()
    {
        var request = new ListServicesRequest { OwnInstitution = true, PageSize = MostServices };
        var answer = await Calls.Partners((partners, options) => partners.ListServicesAsync(request, options));
        return answer.Succeeded
            ? [.. answer.Value.Services.Select(service => (ResourceId.Of(service.Name), service.DisplayName)).OrderBy(choice => choice.DisplayName, French.Order)]
            : [];
    }

    private string PartnerOf(Referral referral) => Received ? referral.Sender : referral.Recipient;


    private bool IsChosen(Referral referral) => _sent.All(BulkForm.Choice).Contains(BulkForm.Value(referral));

    // Closed referrals are not counted: nothing waits there.
    private int? CountOf(Worklist list) => _page.Counts.FirstOrDefault(count => count.Worklist == list)?.Count;

    private static string Counted(int count) => count < Many ? French.Number(count) : $"{French.Number(Many)} et plus";
}
