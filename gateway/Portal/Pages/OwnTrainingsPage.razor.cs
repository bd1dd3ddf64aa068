using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Components;
using Reseau.Gateway.Portal.Documents;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>One's own trainings: those to come, those done with their certificates and what one says of them, campaigns that ask, and the address of one's calendar.</summary>
public sealed partial class OwnTrainingsPage
{
    public const string Address = "/mes-formations";
    private const string Handler = "agir";
    private const string FeedWord = "agenda";
    private const int PageSize = 50;

    private ListEnrolmentsResponse _page = new();
    private IReadOnlyList<MyCampaign> _campaigns = [];
    private IReadOnlyDictionary<string, string> _places = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<FieldProblem> _problems = [];
    private FormValues _sent = FormValues.Empty;
    private string _feed = "";

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    [Inject]
    public GatewaySettings Settings { get; set; } = null!;

    private string PageToken => Http.Request.Query["page"].ToString();

    private IEnumerable<(string Title, string Id, IReadOnlyList<Enrolment> Enrolments)> Groups =>
        new (string Title, string Id, IReadOnlyList<Enrolment> Enrolments)[]
        {
            ("À venir", "a-venir", [.. _page.Enrolments.Where(enrolment => TrainingWords.IsAwaited(enrolment.State))]),
            ("Passées", "passees", [.. _page.Enrolments.Where(enrolment => !TrainingWords.IsAwaited(enrolment.State))]),
        }.Where(group => group.Enrolments.Count > 0);

    protected override async Task LoadAsync()
    {
        var request = new ListOwnEnrolmentsRequest { PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Sessions((sessions, options) => sessions.ListOwnEnrolmentsAsync(request, options));
        if (answer.Succeeded) _page = answer.Value;
        // Nobody's record yet: there is nothing to list, and everything else of the page works.
        else if (answer.Problem.Code != Grpc.Core.StatusCode.PermissionDenied) Fail(answer.Problem);
        // The page is useful without them.
        _campaigns = (await Calls.Campaigns((campaigns, options) => campaigns.ListMyCampaignsAsync(new() { PageSize = PageSize }, options))).Value?.Campaigns ?? [];
        _places = await Places.OfAllAsync(_page.Enrolments.Where(enrolment => enrolment.Session is not null).SelectMany(enrolment => TrainingWords.Structured(enrolment.Session)));
    }

    private Task ActAsync() => Problem is not null ? Task.CompletedTask : Form.Text(ActionForm.ActionField) == FeedWord ? FeedAsync() : EvaluateAsync();

    // Shown in the answer itself: no address may hold the secret, and no page after this one.
    private async Task FeedAsync()
    {
        var request = new CreateCalendarFeedRequest { RequestId = RequestId.Of(Form) };
        var answer = await OwnRecord.WithAsync(Calls, () => Calls.Sessions((sessions, options) => sessions.CreateCalendarFeedAsync(request, options)));
        if (answer.Succeeded)
        {
            _feed = new Uri(Settings.PublicUrl, CalendarRoutes.FeedOf(answer.Value.Secret)).AbsoluteUri;
            return;
        }

        Reject(answer.Problem);
        _problems = [new("", answer.Problem.Sentence)];
    }

    private async Task EvaluateAsync()
    {
        var (name, cold) = (Form.Text(SessionDeed.EnrolmentField), Form.Text(ActionForm.ActionField) == EvaluationFields.Word(cold: true));
        var request = new EvaluateRequest
        {
            Name = name,
            Cold = cold,
            Evaluation = new() { Note = int.TryParse(Form.Text("note"), NumberStyles.None, CultureInfo.InvariantCulture, out var note) ? note : 0, Comment = Form.Text("commentaire") },
            RequestId = RequestId.Of(Form),
        };
        var answer = await Calls.Sessions((sessions, options) => sessions.EvaluateAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Address}?fait=evaluation");
            return;
        }

        Reject(answer.Problem);
        _sent = Form;
        _problems = answer.Problem.Fields.Count == 0 ? [new("", answer.Problem.Sentence)] : [.. answer.Problem.Fields.Select(violation => violation with
        {
            Field = violation.Field switch
            {
                "evaluation.note" => EvaluationFields.Control("note", name, cold),
                "evaluation.comment" => EvaluationFields.Control("commentaire", name, cold),
                _ => "",
            },
        })];
    }

    // Hot ones and, once it makes sense, cold ones.
    private IEnumerable<bool> EvaluationsOf(Enrolment enrolment)
    {
        if (!enrolment.Possible.Contains("Evaluate")) yield break;
        yield return false;
        if (TrainingWords.IsCold(enrolment.Session, French.Today(Clock))) yield return true;
    }
}
