using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;
using static Reseau.Training.V1.Enrolment.Types;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Who is there for a half-day, on a tablet that goes round or from the sheet that was signed: everybody with a seat, one answer each, one form.
/// </summary>
public sealed partial class AttendancePage
{
    private const string Handler = "emargement";
    private const string SaveStep = "enregistrer";
    private const string FillStep = "tous";
    private const string HalfDayField = "demi-journee";
    private const int PageSize = 200;

    // As many as a session may have.
    private const int MostPages = 5;

    private readonly List<Enrolment> _people = [];
    private CourseSession _session = new();
    private int _halfDay = 1;
    private int _unknown;
    private string _requestId = "";
    private bool _filled;
    private FormValues _values = FormValues.Empty;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<FieldProblem> _problems = [];

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private string Name => "sessions/" + Id;

    private string Here => AddressOf(Name, _halfDay);

    private HalfDay Half => _session.HalfDays[_halfDay - 1];

    private bool HasBegun => Half.StartTime.ToDateTimeOffset() <= Clock.GetUtcNow();

    private bool Can => _session.Possible.Contains("RecordAttendance");

    private string Method => _values.Has(AttendanceForm.MethodField) ? _values.Text(AttendanceForm.MethodField) : nameof(AttendanceMethod.Tablet);

    private int Missing => _people.Count(person => Said(person) == Presence.Unspecified);

    /// <summary>The page of a half-day, from 1.</summary>
    public static string AddressOf(string session, int halfDay) => string.Create(CultureInfo.InvariantCulture, $"{SessionPage.AddressOf(session)}/emargement?{HalfDayField}={halfDay}");

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Sessions((sessions, options) => sessions.GetSessionAsync(new() { Name = Name }, options));
        var problem = answer.Succeeded && (answer.Value.Institution != User.Institution || answer.Value.HalfDays.Count == 0) ? CallProblem.NotAllowed : answer.Problem;
        if (problem is not null)
        {
            Fail(problem);
            return;
        }

        _session = answer.Value!;
        _requestId = RequestId.Of(Form);
        _halfDay = Asked();
        if (await PeopleAsync() is { } refused)
        {
            Fail(refused);
            return;
        }

        _names = await Names.OfAllAsync(_people.Select(person => person.Institution));
        _values = Form;
    }

    // Without one in the address: the half-day that goes on, or the last one that has begun.
    private int Asked()
    {
        if (int.TryParse(Http.Request.Query[HalfDayField], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked >= 1 && asked <= _session.HalfDays.Count) return asked;
        var now = Clock.GetUtcNow();
        return Math.Max(1, _session.HalfDays.Count(half => half.StartTime.ToDateTimeOffset() <= now));
    }

    private async Task<CallProblem?> PeopleAsync()
    {
        _people.Clear();
        var request = new ListEnrolmentsRequest { Session = Name, PageSize = PageSize, States = { State.Enrolled, State.Attended, State.AttendedPartly, State.Absent } };
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await Calls.Sessions((sessions, options) => sessions.ListEnrolmentsAsync(request, options));
            if (!answer.Succeeded) return answer.Problem;
            _people.AddRange(answer.Value.Enrolments);
            request.PageToken = answer.Value.NextPageToken;
            if (request.PageToken.Length == 0) break;
        }

        return null;
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;
        if (Form.Text("etape") == FillStep)
        {
            _values = AttendanceForm.AllPresent(WithSaid(), _people.Select(person => person.Professional));
            _filled = true;
            return;
        }

        var persons = AttendanceForm.Read(Form, _people.Select(person => person.Professional));
        if (persons.Count == 0)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            _problems = [new(AttendanceForm.Control(_people.Count > 0 ? _people[0].Professional : ""), Label.Message("field.choice-required"))];
            return;
        }

        var request = new RecordAttendanceRequest
        {
            Session = Name,
            HalfDay = _halfDay,
            Method = Enum.TryParse<AttendanceMethod>(Form.Text(AttendanceForm.MethodField), out var method) ? method : default,
            Persons = { persons },
            RequestId = _requestId,
        };
        var answer = await Calls.Sessions((sessions, options) => sessions.RecordAttendanceAsync(request, options));
        if (!answer.Succeeded)
        {
            Reject(answer.Problem);
            _problems = answer.Problem.Fields.Count == 0
                ? [new("", answer.Problem.Sentence)]
                : [.. answer.Problem.Fields.Select(violation => violation with { Field = violation.Field == "method" ? AttendanceForm.MethodField : "" })];
            return;
        }

        _unknown = answer.Value.Unknown.Count;
        if (_unknown == 0)
        {
            Navigation.NavigateTo($"{Here}&fait=presences");
            return;
        }

        await LoadAsync();
        // What is sent from here on is something else.
        _requestId = RequestId.New();
    }

    // What is being answered, else what was said before.
    private Presence Said(Enrolment person) => AttendanceForm.Of(_values, person.Professional) is var typed and not Presence.Unspecified ? typed
        : person.Presences.Count >= _halfDay ? person.Presences[_halfDay - 1] : Presence.Unspecified;

    private FormValues WithSaid() => Form.With(_people.Select(person => (AttendanceForm.Control(person.Professional), Said(person).ToString())));

    private static string NameOf(Enrolment person) => person.DisplayName.Length > 0 ? person.DisplayName : "Identité effacée";
}
