using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// One training plan: how far each goal is, what is given, what it costs, its versions, and what its authors can do with it.
/// <code>
/// draft → published → closed
/// </code>
/// </summary>
public sealed partial class PlanPage
{
    private const string Handler = "agir";
    private const string PublishWord = "publier";
    private const string CloseWord = "clore";
    private const int MostNeeds = 200;

    private Plan _plan = new();
    private Plan _newest = new();
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _courses = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<Need> _needs = [];

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Institutions { get; set; } = null!;

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    private string Here => AddressOf("plans/" + Id);

    private bool IsNewest => _plan.Version == _newest.Version;

    private bool MayWrite => EditPlanPage.MayWrite(_newest, User);

    /// <summary>The page of a plan.</summary>
    public static string AddressOf(string name) => $"{PlansPage.Address}/{ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        if (await PlanAsync(0) is not { } newest) return;

        _plan = _newest = newest;
        // A version that cannot be read comes from somebody's own address: the newest says more.
        if (int.TryParse(Http.Request.Query["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 && version != newest.Version)
        {
            if (await PlanAsync(version) is not { } older) return;
            _plan = older;
        }

        _terms = await Training.VocabularyAsync();
        if (User.CanSeeNeeds && _plan.NeedsAnswered > 0) _needs = await NeedsAsync();
        PlanGroup[] groups = [.. _plan.PriorityGroups, .. _plan.Goals.Select(goal => goal.Group).OfType<PlanGroup>()];
        _names = (await Institutions.OfAllAsync([.. groups.SelectMany(group => group.Institutions), .. _needs.Select(need => need.Institution), _plan.Institution]))
            .Concat(await Places.OfAllAsync(groups.SelectMany(group => group.Sites)))
            .ToDictionary(StringComparer.Ordinal);
        if (_plan.Courses.Count > 0) _courses = (await Training.CoursesAsync()).ToDictionary(course => course.Value, course => course.Text, StringComparer.Ordinal);
    }

    private async Task<Plan?> PlanAsync(int version)
    {
        var answer = await Calls.Plans((plans, options) => plans.GetPlanAsync(new() { Name = "plans/" + Id, Version = version }, options));
        if (!answer.Succeeded) Fail(answer.Problem);
        return answer.Value;
    }

    // Those that the reader may see; the number above counts all.
    private async Task<IReadOnlyList<Need>> NeedsAsync()
    {
        var request = new ListNeedsRequest { PageSize = MostNeeds, Plan = _newest.Name, States = { Need.Types.State.Planned, Need.Types.State.Met } };
        return (await Calls.Needs((needs, options) => needs.ListNeedsAsync(request, options))).Value?.Needs ?? [];
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var (name, etag, id) = (_newest.Name, Form.Text(ActionForm.EtagField), RequestId.Of(Form));
        if (Form.Text(ActionForm.ActionField) == PublishWord)
            Finish(await Calls.Plans((plans, options) => plans.PublishPlanAsync(new() { Name = name, Etag = etag, RequestId = id }, options)), PublishWord);
        else if (Form.Text(ActionForm.ActionField) == CloseWord)
            Finish(await Calls.Plans((plans, options) => plans.ClosePlanAsync(new() { Name = name, Etag = etag, RequestId = id }, options)), CloseWord);
    }

    private void Finish(Answer<Plan> answer, string done)
    {
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Here}?fait=plan-{done}");
            return;
        }

        Refuse(answer.Problem, problem => [new("", problem.Sentence)]);
    }

    // Goals are named by their number on the page.
    private IEnumerable<int> NumbersOf(PlannedCourse course) => _plan.Goals.Index().Where(each => course.Goals.Contains(each.Item.Key)).Select(each => each.Index + 1);
}
