using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The catalogue of trainings: searched by words, skill and habilitation, each course with its next sessions.</summary>
public sealed partial class CoursesPage
{
    public const string Address = "/formations";
    private const int NextSessions = 3;

    private IReadOnlyList<FieldProblem> _problems = [];
    private CourseListForm _asked = new();
    private ListCoursesResponse _page = new();
    private IReadOnlyList<Skill> _skills = [];
    private IReadOnlyList<HabilitationRule> _rules = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, IReadOnlyList<CourseSession>> _sessions = new Dictionary<string, IReadOnlyList<CourseSession>>(StringComparer.Ordinal);

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public TrainingTerms Terms { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        _asked = CourseListForm.Of(Http.Request.Query);
        var (skills, rules) = (Terms.SkillsAsync(), Terms.RulesAsync());
        var request = _asked.ToRequest();
        var answer = await Calls.Courses((courses, options) => courses.ListCoursesAsync(request, options));
        (_skills, _rules) = (await skills, await rules);
        if (answer.Succeeded)
        {
            _page = answer.Value;
            _names = await Names.OfAllAsync(_page.Courses.Select(course => course.Institution));
            var next = await Task.WhenAll(_page.Courses.Select(NextOfAsync));
            _sessions = _page.Courses.Zip(next).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
        }
        else if (answer.Problem.Fields.Count > 0)
        {
            Reject(answer.Problem);
            _problems = [.. answer.Problem.Fields.Select(violation => violation.Field == "query" ? violation with { Field = "texte", Label = "Mots du titre" } : violation with { Field = "" })];
        }
        else
        {
            Fail(answer.Problem);
        }
    }

    // The catalogue is useful without them.
    private async Task<IReadOnlyList<CourseSession>> NextOfAsync(Course course)
    {
        if (course.State == Course.Types.State.Draft) return [];
        var request = new ListSessionsRequest { Course = course.Name, PageSize = NextSessions };
        var answer = await Calls.Sessions((sessions, options) => sessions.ListSessionsAsync(request, options));
        return answer.Succeeded ? answer.Value.Sessions : [];
    }

    private IReadOnlyList<string> SkillsOf(Course course) =>
        [.. course.Skills.Select(given => _skills.FirstOrDefault(skill => skill.Name == given.Skill)?.Label ?? ResourceId.Of(given.Skill))];
}
