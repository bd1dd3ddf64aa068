using System.Globalization;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Training.V1;
using State = Reseau.Training.V1.Campaign.Types.State;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Writes a campaign and its questions: of the institution by its head, of the network by the chargé de mission. Of an open one, its last day.</summary>
public sealed partial class EditCampaignPage
{
    public const string New = CampaignsPage.Address + "/nouvelle";
    private const string Handler = "campagne";
    private const string SaveStep = "enregistrer";
    private const int MoreRows = 5;

    private Campaign _campaign = new();
    private FormValues _values = FormValues.Empty;
    private IReadOnlyList<(string Value, string Text)> _skills = [];

    [Parameter]
    public string? Id { get; set; }

    [Inject]
    public TrainingTerms Terms { get; set; } = null!;

    private bool IsNew => Id is null;

    private bool IsOpen => _campaign.State == State.Open;

    private string Title => IsNew ? "Écrire un questionnaire" : IsOpen ? "Changer le dernier jour" : "Modifier le questionnaire";

    private string Here => IsNew ? New : AddressOf(_campaign.Name);

    private string Etag => EtagOf(_campaign.Etag);

    private WritingScope Scope => IsNew ? WritingScope.New(User, IsPost && Form.Has(WritingScope.Field)) : WritingScope.Begun(_campaign.Network);

    /// <summary>Whether somebody still changes this campaign; what the service would refuse is not offered.</summary>
    public static bool MayWrite(Campaign campaign, PortalUser user) => campaign.State is State.Draft or State.Open && user.Keeps(campaign.Institution, campaign.Network);

    /// <summary>The page that changes a campaign.</summary>
    public static string AddressOf(string name) => $"{CampaignPage.AddressOf(name)}/modifier";

    protected override async Task LoadAsync()
    {
        if (!IsNew && !await ReadAsync()) return;

        _values = IsPost ? Form : CampaignForm.ValuesOf(_campaign);
        // What was chosen before it was retired stays chosen.
        _skills = TrainingTerms.Choices(await Terms.SkillsAsync(), _campaign.Questions.Select(question => question.Skill));
    }

    private async Task<bool> ReadAsync()
    {
        var answer = await Calls.Campaigns((campaigns, options) => campaigns.GetCampaignAsync(new() { Name = "campaigns/" + Id }, options));
        if (!answer.Succeeded) Fail(answer.Problem);
        else if (!MayWrite(answer.Value, User)) Fail(CallProblem.NotAllowed);
        else _campaign = answer.Value;
        return Problem is null;
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;
        if (Form.Text("etape") == FormRows.More)
        {
            _values = Form.With((FormRows.Counter(CampaignForm.Questions.Word), (FormRows.Count(Form, CampaignForm.Questions.Word) + MoreRows).ToString(CultureInfo.InvariantCulture)));
            return;
        }

        var form = IsOpen ? CampaignForm.OfLastDay(Form, _campaign) : CampaignForm.Of(Form, _campaign, Scope.Network);
        form.Campaign.Etag = Etag;
        var id = form.IsReadable ? Deed : "";
        var answer = IsNew
            ? await Calls.Campaigns((campaigns, options) => campaigns.CreateCampaignAsync(new() { Campaign = form.Campaign, RequestId = id }, options))
            : await Calls.Campaigns((campaigns, options) => campaigns.UpdateCampaignAsync(new() { Campaign = form.Campaign, RequestId = id }, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{CampaignPage.AddressOf(answer.Value.Name)}?fait=campagne-{(IsNew ? "creer" : "enregistrer")}");
            return;
        }

        Refuse(answer.Problem, form.Together);
    }

    private string Typed(int row, string field) => _values.Text(Control(row, field));

    private static string Control(int row, string field) => FormRows.Control(CampaignForm.Questions.Word, row, field);
}
