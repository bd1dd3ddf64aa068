using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Plans a session of a course, or changes one before it begins.</summary>
public sealed partial class EditSessionPage
{
    private const string New = CoursesPage.Address + "/sessions/nouvelle";
    private const string Handler = "session";
    private const int MoreRows = 2;

    private Course _course = new();
    private CourseSession _session = new();
    private FormValues _values = FormValues.Empty;
    private IReadOnlyList<Institution> _institutions = [];
    private IReadOnlyList<(string Value, string Text)> _places = [];
    private IReadOnlyDictionary<string, string> _otherPlaces = new Dictionary<string, string>(StringComparer.Ordinal);

    [Parameter]
    public string? Id { get; set; }

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public OwnPlaces Houses { get; set; } = null!;

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    private bool IsNew => Id is null;

    private string Title => IsNew ? "Organiser une session" : "Modifier une session";

    private string Here => IsNew ? NewOf(_course.Name) : AddressOf(_session.Name);

    private string Etag => EtagOf(_session.Etag);

    /// <summary>The page that plans a session of a course.</summary>
    public static string NewOf(string course) => $"{New}?course={ResourceId.InAddress(course)}";

    /// <summary>The page that changes a session.</summary>
    public static string AddressOf(string name) => $"{SessionPage.AddressOf(name)}/modifier";

    protected override async Task LoadAsync()
    {
        var problem = await ReadAsync();
        if (problem is not null)
        {
            Fail(problem);
            return;
        }

        _values = IsPost ? Form : IsNew ? SessionForm.ValuesOf(_course) : SessionForm.ValuesOf(_session);
        _institutions = await Names.AllAsync();
        _places = await Houses.OfAsync(User.Institution ?? "");
        _otherPlaces = await Places.OfAllAsync(TrainingWords.Structured(_session));
    }

    private async Task<CallProblem?> ReadAsync()
    {
        var course = "courses/" + Http.Request.Query["course"];
        if (!IsNew)
        {
            var found = await Calls.Sessions((sessions, options) => sessions.GetSessionAsync(new() { Name = "sessions/" + Id }, options));
            if (!found.Succeeded) return found.Problem;
            if (!found.Value.Possible.Contains("UpdateSession")) return CallProblem.NotAllowed;
            (_session, course) = (found.Value, found.Value.Course);
        }

        var answer = await Calls.Courses((courses, options) => courses.GetCourseAsync(new() { Name = course }, options));
        if (answer.Succeeded) _course = answer.Value;
        return answer.Problem;
    }

    // A session may take place in somebody else's house.
    private IReadOnlyList<(string Value, string Text)> PlacesFor(int row)
    {
        var chosen = _values.Text(Half(row, "lieu"));
        return chosen.Length == 0 || _places.Any(place => place.Value == chosen) ? _places : [.. _places, (chosen, _otherPlaces.GetValueOrDefault(chosen, ResourceId.Of(chosen)))];
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;
        if (SessionForm.Longer(Form, MoreRows) is { } longer)
        {
            _values = longer;
            return;
        }

        var form = SessionForm.Of(Form, _session.Name, _course.Name);
        form.Session.Etag = Etag;
        var answer = await SendAsync(form.Session, form.IsReadable ? Deed : "");
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{SessionPage.AddressOf(answer.Value.Name)}?fait=session-{(IsNew ? "preparer" : "modifier")}");
            return;
        }

        Refuse(answer.Problem, form.Together);
    }

    private Task<Answer<CourseSession>> SendAsync(CourseSession session, string id) => IsNew
        ? Calls.Sessions((sessions, options) => sessions.CreateSessionAsync(new() { Session = session, RequestId = id }, options))
        : Calls.Sessions((sessions, options) => sessions.UpdateSessionAsync(new() { Session = session, RequestId = id }, options));

    private static string Half(int row, string field) => FormRows.Control(SessionForm.HalfDays.Word, row, field);

    private static string Kept(int row, string field) => FormRows.Control(SessionForm.Reservations.Word, row, field);
}
