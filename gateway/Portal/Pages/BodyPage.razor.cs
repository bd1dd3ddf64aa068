using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>A governance body: who sits in it, when it met, what it decided about which conventions; and the form that records a meeting.</summary>
public sealed partial class BodyPage
{
    private const string Handler = "agir";
    private const string MeetWord = "reunion";
    private const string DissolveWord = "dissoudre";
    private const int FirstDecisions = 2;
    private const int MostConventions = 200;

    private Body _body = new();
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<(string Value, string Text)> _conventions = [];

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string Name => "bodies/" + Id;

    private string Address => AddressOf(Name);

    private bool MayChange => User.CanLookAfterNetwork && !_body.Dissolved;

    private string Etag => EtagOf(_body.Etag);

    private IReadOnlyList<(string Value, string Text)> Members => [.. _body.Members.DistinctBy(member => member.Institution, StringComparer.Ordinal).Select(member => (member.Institution, _names[member.Institution]))];

    private int Decisions => IsSent(MeetWord)
        ? FormRows.Count(Form, MeetingForm.Decisions.Word) + (Form.Text("etape") == FormRows.More ? FirstDecisions : 0)
        : FirstDecisions;

    /// <summary>The page of a body.</summary>
    public static string AddressOf(string name) => $"{BodiesPage.Address}/{ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Bodies((bodies, options) => bodies.GetBodyAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _body = answer.Value;
        _names = await Names.OfAllAsync(_body.Members.Select(member => member.Institution).Concat(_body.Meetings.SelectMany(meeting => meeting.Present)));
        await ConventionsAsync();
    }

    // To choose from, and to name those that decisions are about; the page is useful without them.
    private async Task ConventionsAsync()
    {
        if (!MayChange && !_body.Meetings.Any(meeting => meeting.Decisions.Any(decision => decision.Conventions.Count > 0))) return;
        var request = new ListConventionsRequest { PageSize = MostConventions };
        var answer = await Calls.Conventions((conventions, options) => conventions.ListConventionsAsync(request, options));
        if (answer.Succeeded) _conventions = [.. answer.Value.Conventions.Select(convention => (convention.Name, convention.Content.Title)).OrderBy(convention => convention.Title, French.Order)];
    }

    private async Task ActAsync()
    {
        if (Problem is not null || (IsSent(MeetWord) && Form.Text("etape") == FormRows.More)) return;

        if (IsSent(DissolveWord))
        {
            var dissolve = new DissolveBodyRequest { Name = Name, Etag = Form.Text(ActionForm.EtagField), RequestId = RequestId.Of(Form) };
            Finish(await Calls.Bodies((bodies, options) => bodies.DissolveBodyAsync(dissolve, options)), "dissoudre", problem => [new("", problem.Sentence)]);
            return;
        }

        var form = MeetingForm.Of(Form);
        var record = new RecordMeetingRequest { Name = Name, Etag = Form.Text(ActionForm.EtagField), Meeting = form.Meeting, RequestId = form.IsReadable ? RequestId.Of(Form) : "" };
        Finish(await Calls.Bodies((bodies, options) => bodies.RecordMeetingAsync(record, options)), "reunion", form.Together);
    }

    private void Finish(Answer<Body> answer, string done, Func<CallProblem, IReadOnlyList<FieldProblem>> explain)
    {
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Address}?fait=instance-{done}");
            return;
        }

        Refuse(answer.Problem, explain);
    }

    private bool IsSent(string word) => IsPost && Form.Text(ActionForm.ActionField) == word;

    private string Typed(string control) => IsSent(MeetWord) ? Form.Text(control) : "";

    private IReadOnlyList<string> Ticked(string control) => IsSent(MeetWord) ? Form.All(control) : [];

    private string TitleOf(string convention) => _conventions.FirstOrDefault(known => known.Value == convention).Text ?? "Convention";

    private static string Control(int row, string field) => FormRows.Control(MeetingForm.Decisions.Word, row, field);
}
