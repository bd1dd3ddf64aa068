using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// One need: what is missing, what revealed it, what answers it, and what can be done with it.
/// <code>
/// open → planned → met
///    └──────┴────→ set aside
/// </code>
/// </summary>
public sealed partial class NeedPage
{
    private const string Handler = "agir";
    private const int MostPlans = 200;

    private Need _need = new();
    private Plan? _plan;
    private string _institution = "";
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private IReadOnlyDictionary<string, string> _origins = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _courses = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<(string Value, string Text)> _answers = [];

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    [Inject]
    public OriginNames Origins { get; set; } = null!;

    private string Name => "needs/" + Id;

    private string Here => AddressOf(Name);

    private string Title => NeedWords.Subject(_need, _terms);

    private bool MayWrite => EditNeedPage.MayWrite(_need, User);

    // Who looks after the network says which plan answers the needs of all.
    private bool MayPlan => MayWrite || (User.IsCoordinator && _need.State is Need.Types.State.Open or Need.Types.State.Planned);

    private string Chosen => IsSent(NeedDeed.Plan) ? Sent.Text(NeedDeed.AnswerField) : _need.Plan.Length > 0 ? new PlanAnswer(_need.Plan, _need.Goal, _need.Course).ToString() : "";

    /// <summary>The page of a need.</summary>
    public static string AddressOf(string name) => $"{NeedsPage.Address}/{ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Needs((needs, options) => needs.GetNeedAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _need = answer.Value;
        _institution = await Names.OfAsync(_need.Institution);
        _terms = await Training.VocabularyAsync();
        _origins = await Origins.OfAsync(_need.RevealedBy);
        if (MayPlan || _need.Course.Length > 0) _courses = (await Training.CoursesAsync()).ToDictionary(course => course.Value, course => course.Text, StringComparer.Ordinal);
        if (_need.Plan.Length > 0) _plan = (await Calls.Plans((plans, options) => plans.GetPlanAsync(new() { Name = _need.Plan }, options))).Value;
        if (MayPlan) _answers = await AnswersAsync();
    }

    // Those of the network and, unless the need is, of the institution whose need it is.
    private async Task<IReadOnlyList<(string Value, string Text)>> AnswersAsync()
    {
        var answer = await Calls.Plans((plans, options) => plans.ListPlansAsync(new() { PageSize = MostPlans }, options));
        if (!answer.Succeeded) return [];
        return
        [
            .. answer.Value.Plans.Where(plan => plan.State == Plan.Types.State.Published && (plan.Network || (!_need.Network && plan.Institution == _need.Institution)))
                .SelectMany(plan => PlanAnswer.Choices(plan, _courses)),
        ];
    }

    private async Task ActAsync()
    {
        if (Problem is not null || NeedDeed.Of(Form, Name) is not { } deed) return;

        var answer = await deed.SendAsync(Calls);
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Here}?fait=besoin-{deed.Word}");
            return;
        }

        Refuse(answer.Problem, deed.Together);
    }

    private bool IsSent(string word) => Sent.Text(ActionForm.ActionField) == word;

    private string Answering(Plan plan) => _need.Course.Length > 0
        ? $"formation « {_courses.GetValueOrDefault(_need.Course, ResourceId.Of(_need.Course))} »"
        : plan.Goals.FirstOrDefault(goal => goal.Key == _need.Goal)?.Text ?? "un objectif qui n’y est plus";
}
