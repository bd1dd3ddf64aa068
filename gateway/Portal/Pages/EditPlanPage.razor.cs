using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Writes a training plan: of the institution by its head, of the network by the chargé de mission.</summary>
public sealed partial class EditPlanPage
{
    public const string New = PlansPage.Address + "/nouveau";
    private const string Handler = "plan";
    private const string SaveStep = "enregistrer";
    private const int MoreRows = 3;

    private Plan _plan = new();
    private FormValues _values = FormValues.Empty;
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private IReadOnlyList<(string Value, string Text)> _places = [];
    private IReadOnlyList<(string Value, string Text)> _courses = [];

    [Parameter]
    public string? Id { get; set; }

    [Inject]
    public OwnPlaces OwnPlaces { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    private bool IsNew => Id is null;

    private string Title => IsNew ? "Écrire un plan de formation" : "Modifier le plan";

    private string Here => IsNew ? New : AddressOf(_plan.Name);

    private string Etag => EtagOf(_plan.Etag);

    private WritingScope Scope => IsNew ? WritingScope.New(User, IsPost && Form.Has(WritingScope.Field)) : WritingScope.Begun(_plan.Network);

    // What was chosen before it was retired stays chosen.
    private IReadOnlyList<(string Value, string Text)> Skills => TrainingTerms.Choices(_terms.Skills, _plan.Goals.Select(goal => goal.Skill));

    private IReadOnlyList<(string Value, string Text)> Rules => TrainingTerms.Choices(_terms.Rules, _plan.Goals.Select(goal => goal.Habilitation));

    /// <summary>Whether somebody writes this plan; what the service would refuse is not offered.</summary>
    public static bool MayWrite(Plan plan, PortalUser user) => plan.State != Plan.Types.State.Closed && user.Keeps(plan.Institution, plan.Network);

    /// <summary>The page that changes a plan.</summary>
    public static string AddressOf(string name) => $"{PlanPage.AddressOf(name)}/modifier";

    protected override async Task LoadAsync()
    {
        if (!IsNew && !await ReadAsync()) return;

        _values = IsPost ? Form : PlanForm.ValuesOf(_plan);
        _terms = await Training.VocabularyAsync();
        _courses = await Training.CoursesAsync();
        // A plan of the network is for places that its author does not keep: they are many, and chosen by institution.
        if (!Scope.Network) _places = await OwnPlaces.OfAsync(User.Institution ?? "");
    }

    private async Task<bool> ReadAsync()
    {
        var answer = await Calls.Plans((plans, options) => plans.GetPlanAsync(new() { Name = "plans/" + Id }, options));
        if (!answer.Succeeded) Fail(answer.Problem);
        else if (!MayWrite(answer.Value, User)) Fail(CallProblem.NotAllowed);
        else _plan = answer.Value;
        return Problem is null;
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;
        if (PlanForm.Longer(Form, MoreRows) is { } longer)
        {
            _values = longer;
            return;
        }

        var form = PlanForm.Of(Form, _plan.Name, Scope.Network);
        form.Plan.Etag = Etag;
        var id = form.IsReadable ? Deed : "";
        var answer = IsNew
            ? await Calls.Plans((plans, options) => plans.CreatePlanAsync(new() { Plan = form.Plan, RequestId = id }, options))
            : await Calls.Plans((plans, options) => plans.UpdatePlanAsync(new() { Plan = form.Plan, RequestId = id }, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{PlanPage.AddressOf(answer.Value.Name)}?fait=plan-{(IsNew ? "creer" : "enregistrer")}");
            return;
        }

        Refuse(answer.Problem, form.Together);
    }

    private bool IsGroupSaid(RowTable table, int row) =>
        ((string[])["groupe", "fonctions", "lieux", "institutions"]).Select(field => FormRows.Control(table.Word, row, field)).Any(control => _values.Has(control) || Problems.Any(problem => problem.Field == control));

    private static string Goal(int row, string field) => FormRows.Control(PlanForm.Goals.Word, row, field);

    private static string Course(int row, string field) => FormRows.Control(PlanForm.Courses.Word, row, field);
}
