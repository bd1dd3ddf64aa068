using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>One session: whether there is a seat and one's own place in it, when and where, and for its organiser who comes and what can be done.</summary>
public sealed partial class SessionPage
{
    private const string Handler = "agir";
    private const int MostPeople = 50;
    private const int MostEnrolments = 200;

    private CourseSession _session = new();
    private Enrolment? _own;
    private IReadOnlyList<Enrolment> _enrolments = [];
    private bool _moreEnrolments;
    private IReadOnlyList<(string Value, string Text)> _team = [];
    private bool _moreTeam;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _places = new Dictionary<string, string>(StringComparer.Ordinal);
    private FormValues _sent = FormValues.Empty;
    private string? _otherSession;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    private string Name => "sessions/" + Id;

    private string Address => AddressOf(Name);

    private Room Seats => TrainingWords.Seats(_session);

    private string Asked => Http.Request.Query["equipe"].ToString().Trim();

    private bool IsOrganiser => _session.Institution == User.Institution;

    private bool MayEnrolSelf => User.CanBeTrained && Can("Enrol") && _own?.State is null or Enrolment.Types.State.Withdrawn or Enrolment.Types.State.Refused;

    private bool MayEnrolOthers => User.CanLeadTeam && Can("Enrol");

    private string? MinimumSentence => _session switch
    {
        { State: not CourseSession.Types.State.Open } or { MinSeats: 0 } => null,
        { Confirmed: true } => "Assez de personnes sont inscrites : elle a lieu",
        _ => $"Elle a lieu à partir de {French.Count(_session.MinSeats, "personne inscrite", "personnes inscrites")}",
    };

    /// <summary>The page of a session.</summary>
    public static string AddressOf(string name) => $"{CoursesPage.Address}/sessions/{ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Sessions((sessions, options) => sessions.GetSessionAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _session = answer.Value;
        await Task.WhenAll(OwnAsync(), EnrolmentsAsync(), TeamAsync());
        _names = await Names.OfAllAsync([_session.Institution, .. _session.Reservations.Select(reservation => reservation.Institution), .. _enrolments.Select(enrolment => enrolment.Institution)]);
        _places = await Places.OfAllAsync(TrainingWords.Structured(_session));
    }

    // The page is useful without any of what follows.
    private async Task OwnAsync()
    {
        if (!User.CanBeTrained) return;
        var answer = await Calls.Sessions((sessions, options) => sessions.ListOwnEnrolmentsAsync(new() { PageSize = MostEnrolments }, options));
        _own = answer.Value?.Enrolments.FirstOrDefault(enrolment => enrolment.Session?.Name == Name);
    }

    private async Task EnrolmentsAsync()
    {
        if (!User.CanReadEnrolments) return;
        var request = new ListEnrolmentsRequest { Session = Name, PageSize = MostEnrolments };
        var answer = await Calls.Sessions((sessions, options) => sessions.ListEnrolmentsAsync(request, options));
        if (answer.Succeeded) (_enrolments, _moreEnrolments) = (answer.Value.Enrolments, answer.Value.NextPageToken.Length > 0);
    }

    private async Task TeamAsync()
    {
        if (!MayEnrolOthers) return;
        var request = new ListProfessionalsRequest { Query = Asked, PageSize = MostPeople };
        var answer = await Calls.Professionals((professionals, options) => professionals.ListProfessionalsAsync(request, options));
        if (!answer.Succeeded) return;
        _team = [.. answer.Value.Professionals.Where(person => !person.Erased).Select(person => (person.Name, $"{person.LastName} {person.FirstName}"))];
        _moreTeam = answer.Value.NextPageToken.Length > 0;
    }

    private async Task ActAsync()
    {
        if (Problem is not null || SessionDeed.Of(Form, Name) is not { } deed) return;

        var answer = await deed.SendAsync(Calls);
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Address}?fait={answer.Value}");
            return;
        }

        _sent = Form;
        _otherSession = answer.Problem.Facts.GetValueOrDefault("session");
        Refuse(answer.Problem, deed.Together);
        // The page then tells the state of things now.
        await LoadAsync();
    }

    private bool Can(string method) => _session.Possible.Contains(method);

    private bool IsSent(string word) => _sent.Text(ActionForm.ActionField) == word;

    private static string NameOf(Enrolment enrolment) => enrolment.DisplayName.Length > 0 ? enrolment.DisplayName : "Identité effacée";
}
