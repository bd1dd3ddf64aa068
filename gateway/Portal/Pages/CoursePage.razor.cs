using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>One course: its next sessions first, then what it teaches; for its institution, what can be done with it.</summary>
public sealed partial class CoursePage
{
    private const string Handler = "agir";
    private const string PublishWord = "publier";
    private const string ArchiveWord = "archiver";
    private const int MostSessions = 20;

    private Course _course = new();
    private IReadOnlyList<CourseSession> _sessions = [];
    private IReadOnlyList<string> _skills = [];
    private IReadOnlyList<string> _rules = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _places = new Dictionary<string, string>(StringComparer.Ordinal);

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    [Inject]
    public TrainingTerms Terms { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private string Name => "courses/" + Id;

    private DateOnly Today => French.Today(Clock);

    private bool IsOwn => User.CanPlanTraining && _course.Institution == User.Institution;

    // Whoever plans sessions may plan one of any course of the catalogue.
    private bool MayPlan => User.CanPlanTraining && _course.State == Course.Types.State.Published;

    /// <summary>The page of a course.</summary>
    public static string AddressOf(string name) => $"{CoursesPage.Address}/{ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Courses((courses, options) => courses.GetCourseAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _course = answer.Value;
        _names = await Names.OfAllAsync([_course.Institution]);
        await SessionsAsync();
        if (_course.Skills.Count > 0) _skills = Named(await Terms.SkillsAsync());
        if (_course.Habilitations.Count > 0) _rules = Named(await Terms.RulesAsync());
    }

    // The page is useful without them.
    private async Task SessionsAsync()
    {
        var request = new ListSessionsRequest { Course = Name, PageSize = MostSessions };
        var answer = await Calls.Sessions((sessions, options) => sessions.ListSessionsAsync(request, options));
        if (answer.Succeeded) _sessions = answer.Value.Sessions;
        _places = await Places.OfAllAsync(_sessions.SelectMany(TrainingWords.Structured));
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var (etag, id) = (Form.Text(ActionForm.EtagField), RequestId.Of(Form));
        switch (Form.Text(ActionForm.ActionField))
        {
            case PublishWord:
                Finish(await Calls.Courses((courses, options) => courses.PublishCourseAsync(new() { Name = Name, Etag = etag, RequestId = id }, options)), PublishWord);
                break;
            case ArchiveWord:
                Finish(await Calls.Courses((courses, options) => courses.ArchiveCourseAsync(new() { Name = Name, Etag = etag, RequestId = id }, options)), ArchiveWord);
                break;
            default:
                break;
        }
    }

    private void Finish(Answer<Course> answer, string done)
    {
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{AddressOf(Name)}?fait=formation-{done}");
            return;
        }

        // What a course lacks is written on another page.
        Refuse(answer.Problem, problem => problem.Fields.Count == 0 ? [new("", problem.Sentence)] : [.. problem.Fields.Select(violation => new FieldProblem("", violation.Sentence))]);
    }

    private IReadOnlyList<string> Named(IReadOnlyList<Skill> skills) =>
        [.. _course.Skills.Select(given => $"{skills.FirstOrDefault(skill => skill.Name == given.Skill)?.Label ?? ResourceId.Of(given.Skill)} : {ProfessionalWords.Of(given.Level)}")];

    private IReadOnlyList<string> Named(IReadOnlyList<HabilitationRule> rules) =>
        [.. _course.Habilitations.Select(given => rules.FirstOrDefault(rule => rule.Name == given)?.Title ?? ResourceId.Of(given))];
}
