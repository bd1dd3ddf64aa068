using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Where somebody answers a campaign: what becomes of the answer is said first, in plain words, then the questions for their function.</summary>
public sealed partial class AnswerCampaignPage
{
    private const string Handler = "repondre";

    private MyCampaign _mine = new() { Campaign = new() };
    private FormValues _values = FormValues.Empty;
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private IReadOnlyList<FieldProblem> _problems = [];
    private string _requestId = "";
    private bool _withoutRecord;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    private Campaign Campaign => _mine.Campaign;

    private string Name => "campaigns/" + Id;

    private string Here => AddressOf(Name);

    /// <summary>The page that answers a campaign.</summary>
    public static string AddressOf(string name) => $"{CampaignPage.AddressOf(name)}/repondre";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Campaigns((campaigns, options) => campaigns.GetMyCampaignAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            // The address is handed round: who has no record yet has to learn why it shows nothing.
            _withoutRecord = answer.Problem.Code == StatusCode.PermissionDenied && await HasNoRecordAsync();
            if (!_withoutRecord) Fail(answer.Problem);
            return;
        }

        _mine = answer.Value;
        _requestId = RequestId.Of(Form);
        _values = IsPost ? Form : AnswerForm.ValuesOf(Campaign.Questions, _mine.Answers);
        if (Campaign.Questions.Any(question => question.Skill.Length > 0)) _terms = await Training.VocabularyAsync();
    }

    private async Task<bool> HasNoRecordAsync()
    {
        var own = await Calls.Professionals((professionals, options) => professionals.GetProfessionalAsync(new() { Name = "professionals/me" }, options));
        return own.Problem?.Code == StatusCode.PermissionDenied;
    }

    private async Task SendAsync()
    {
        if (Problem is not null || _withoutRecord) return;

        var form = AnswerForm.Of(Form, Campaign.Questions);
        var request = new AnswerCampaignRequest { Name = Name, Answers = { form.Answers }, RequestId = form.IsReadable ? _requestId : "" };
        var answer = await Calls.Campaigns((campaigns, options) => campaigns.AnswerCampaignAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{OwnTrainingsPage.Address}?fait=campagne-repondre");
            return;
        }

        Reject(answer.Problem);
        _problems = form.Together(answer.Problem);
    }
}
