using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The trainings that the people of an institution ask for, one after the other, with what to look at before agreeing.</summary>
public sealed partial class ApprovalsPage
{
    public const string Address = CoursesPage.Address + "/a-valider";
    private const string Handler = "valider";
    private const string ApproveWord = "accepter";
    private const string RefuseWord = "refuser";
    private const int PageSize = 25;

    private ListEnrolmentsResponse _page = new();
    private IReadOnlyList<FieldProblem> _problems = [];

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    private string PageToken => Http.Request.Query["page"].ToString();

    protected override async Task LoadAsync()
    {
        var request = new ListRequestedEnrolmentsRequest { PageSize = PageSize, PageToken = PageToken };
        var answer = await Calls.Sessions((sessions, options) => sessions.ListRequestedEnrolmentsAsync(request, options));
        if (answer.Succeeded) _page = answer.Value;
        else Fail(answer.Problem);
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var (word, name, id) = (Form.Text(ActionForm.ActionField), Form.Text(SessionDeed.EnrolmentField), RequestId.Of(Form));
        if (word is not (ApproveWord or RefuseWord)) return;
        var answer = word == ApproveWord
            ? await Calls.Sessions((sessions, options) => sessions.ApproveEnrolmentAsync(new() { Name = name, RequestId = id }, options))
            : await Calls.Sessions((sessions, options) => sessions.RefuseEnrolmentAsync(new() { Name = name, Reason = Form.Text("raison"), RequestId = id }, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Address}?fait=inscription-{word}");
            return;
        }

        Reject(answer.Problem);
        _problems = answer.Problem.Fields.Count == 0
            ? [new("", answer.Problem.Sentence)]
            : [.. answer.Problem.Fields.Select(violation => violation with { Field = violation.Field == "reason" ? ReasonOf(name) : "" })];
        // Somebody else may have answered meanwhile.
        await LoadAsync();
    }

    private bool IsSent(Enrolment request) => IsPost && Form.Text(ActionForm.ActionField) == RefuseWord && Form.Text(SessionDeed.EnrolmentField) == request.Name;

    // The same person may ask for several sessions.
    private static string ReasonOf(string name) => "raison-" + name.Replace('/', '-');

    private static string NameOf(Enrolment request) => request.DisplayName.Length > 0 ? request.DisplayName : "Identité effacée";
}
