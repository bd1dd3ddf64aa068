using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Writes a course of the reader's institution.</summary>
public sealed partial class EditCoursePage
{
    public const string New = CoursesPage.Address + "/nouvelle";
    private const string Handler = "formation";
    private const int MoreRows = 3;

    private Course _course = new();
    private FormValues _values = FormValues.Empty;
    private IReadOnlyList<(string Value, string Text)> _skills = [];
    private IReadOnlyList<(string Value, string Text)> _rules = [];

    [Parameter]
    public string? Id { get; set; }

    [Inject]
    public TrainingTerms Terms { get; set; } = null!;

    private bool IsNew => Id is null;

    private string Title => IsNew ? "Ajouter une formation" : "Modifier une formation";

    private string Here => IsNew ? New : AddressOf(_course.Name);

    private string Etag => EtagOf(_course.Etag);

    /// <summary>The page that changes a course.</summary>
    public static string AddressOf(string name) => $"{CoursePage.AddressOf(name)}/modifier";

    protected override async Task LoadAsync()
    {
        if (!IsNew)
        {
            var answer = await Calls.Courses((courses, options) => courses.GetCourseAsync(new() { Name = "courses/" + Id }, options));
            var problem = answer.Succeeded && answer.Value.Institution != User.Institution ? CallProblem.NotAllowed : answer.Problem;
            if (problem is not null)
            {
                Fail(problem);
                return;
            }

            _course = answer.Value!;
        }

        var (skills, rules) = (Terms.SkillsAsync(), Terms.RulesAsync());
        _skills = TrainingTerms.Choices(await skills, _course.Skills.Select(given => given.Skill));
        _rules = TrainingTerms.Choices(await rules, _course.Habilitations);
        _values = IsPost ? Form : CourseForm.ValuesOf(_course);
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;
        if (Form.Text("etape") == FormRows.More)
        {
            _values = Form.With((FormRows.Counter(CourseForm.Skills.Word), (FormRows.Count(Form, CourseForm.Skills.Word) + MoreRows).ToString(CultureInfo.InvariantCulture)));
            return;
        }

        var form = CourseForm.Of(Form, _course.Name);
        form.Course.Etag = Etag;
        var answer = IsNew ? await CreateAsync(form) : await UpdateAsync(form);
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{CoursePage.AddressOf(answer.Value.Name)}?fait=formation-enregistrer");
            return;
        }

        Refuse(answer.Problem, form.Together);
    }

    private Task<Answer<Course>> UpdateAsync(CourseForm form)
    {
        var request = new UpdateCourseRequest { Course = form.Course, RequestId = IdOf(form) };
        return Calls.Courses((courses, options) => courses.UpdateCourseAsync(request, options));
    }

    // Two institutions may well give a course the same title. Sent twice, the second time finds that the first one took the other name already.
    private async Task<Answer<Course>> CreateAsync(CourseForm form)
    {
        var request = new CreateCourseRequest { Course = form.Course, RequestId = IdOf(form) };
        var answer = await Calls.Courses((courses, options) => courses.CreateCourseAsync(request, options));
        if (answer.Problem?.Reason is not ("COURSE_ALREADY_EXISTS" or "REQUEST_ID_REUSED")) return answer;

        form.Course.Name = CourseForm.OtherName(form.Course, Deed);
        return await Calls.Courses((courses, options) => courses.CreateCourseAsync(request, options));
    }

    // Without a request id the service says all that is wrong, and changes nothing.
    private string IdOf(CourseForm form) => form.IsReadable ? Deed : "";

    private static string Control(int row, string field) => FormRows.Control(CourseForm.Skills.Word, row, field);
}
