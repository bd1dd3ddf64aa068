using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The sessions of a month, of all courses or of one, as a table: the address holds the month and the filters.</summary>
public sealed partial class SessionsPage
{
    public const string Address = CoursesPage.Address + "/calendrier";

    private SessionListForm _asked = new();
    private ListSessionsResponse _page = new();
    private string _course = "";
    private IReadOnlyDictionary<string, string> _places = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private DateOnly Today => French.Today(Clock);

    private string Month => Name(0);

    protected override async Task LoadAsync()
    {
        _asked = SessionListForm.Of(Http.Request.Query, Today);
        var request = _asked.ToRequest();
        var answer = await Calls.Sessions((sessions, options) => sessions.ListSessionsAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _page = answer.Value;
        _places = await Places.OfAllAsync(_page.Sessions.SelectMany(TrainingWords.Structured));
        if (_asked.Course.Length > 0) _course = await TitleAsync();
    }

    private async Task<string> TitleAsync()
    {
        var answer = await Calls.Courses((courses, options) => courses.GetCourseAsync(new() { Name = "courses/" + _asked.Course }, options));
        return answer.Succeeded ? answer.Value.Title : _asked.Course;
    }

    private string Name(int further) => _asked.Month.AddMonths(further).ToString("MMMM yyyy", French.Culture);

    private string Other(int further) => (_asked with { Month = _asked.Month.AddMonths(further), Page = "" }).ToAddress(Address);
}
