using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;
using State = Reseau.Training.V1.Campaign.Types.State;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// One campaign: what it asks and, once it is closed, what was answered, as drawings, tables and a file.
/// <code>
/// draft → open → closed
///    └──→ discarded
/// </code>
/// </summary>
public sealed partial class CampaignPage
{
    private const string Handler = "agir";
    private const string OpenWord = "ouvrir";
    private const string CloseWord = "clore";
    private const string DiscardWord = "supprimer";
    private const int MostTexts = 50;

    private Campaign _campaign = new();
    private CampaignRowsForm _asked = new("", "", "");
    private CampaignResults? _results;
    private ListCampaignTextsResponse? _words;
    private string _institution = "";
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public InstitutionNames Institutions { get; set; } = null!;

    [Inject]
    public FigureNames Names { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    private string Name => "campaigns/" + Id;

    private string Here => AddressOf(Name);

    private bool Keeps => User.Keeps(_campaign.Institution, _campaign.Network);

    private bool MayWrite => EditCampaignPage.MayWrite(_campaign, User);

    // A need of the network is what the network was asked about.
    private bool MayRaise => User.CanLeadTeam || (User.CanWriteForNetwork && _campaign.Network);

    private string Withholding => _campaign.Anonymous
        ? "Les nombres de moins de 5 personnes ne sont donnés à personne, ni ceux qui permettraient de les calculer."
        : "En dessous de 5 personnes hors de votre institution, le nombre n’est pas donné, ni ceux qui permettraient de le calculer.";

    /// <summary>The page of a campaign.</summary>
    public static string AddressOf(string name) => $"{CampaignsPage.Address}/{ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Campaigns((campaigns, options) => campaigns.GetCampaignAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _campaign = answer.Value;
        _asked = CampaignRowsForm.Of(Http.Request.Query);
        _institution = await Institutions.OfAsync(_campaign.Institution);
        if (_campaign.Questions.Any(question => question.Skill.Length > 0)) _terms = await Training.VocabularyAsync();
        if (_campaign.State == State.Closed) await ResultsAsync();
    }

    private async Task ResultsAsync()
    {
        var request = new GetCampaignResultsRequest { Name = Name, Rows = _asked.Rows };
        var answer = await Calls.Campaigns((campaigns, options) => campaigns.GetCampaignResultsAsync(request, options));
        // Its questions are worth reading without them.
        if (!answer.Succeeded) return;

        _results = answer.Value;
        _names = await Names.OfAsync(_asked.Rows, _results.Questions.SelectMany(question => question.Rows).Select(row => row.Key));
        if (_asked.Words.Length == 0 || !Keeps) return;
        var texts = new ListCampaignTextsRequest { Name = Name, Question = _asked.Words, PageSize = MostTexts, PageToken = _asked.Page };
        _words = (await Calls.Campaigns((campaigns, options) => campaigns.ListCampaignTextsAsync(texts, options))).Value;
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var (etag, id) = (Form.Text(ActionForm.EtagField), RequestId.Of(Form));
        if (Form.Text(ActionForm.ActionField) == OpenWord)
            Finish(await Calls.Campaigns((campaigns, options) => campaigns.OpenCampaignAsync(new() { Name = Name, Etag = etag, RequestId = id }, options)), OpenWord);
        else if (Form.Text(ActionForm.ActionField) == CloseWord)
            Finish(await Calls.Campaigns((campaigns, options) => campaigns.CloseCampaignAsync(new() { Name = Name, Etag = etag, RequestId = id }, options)), CloseWord);
        else if (Form.Text(ActionForm.ActionField) == DiscardWord)
            await DiscardAsync(etag, id);
    }

    private async Task DiscardAsync(string etag, string id)
    {
        if (!Form.Has(ActionForm.ConfirmationField))
        {
            Problems = [new(ActionForm.ConfirmationField, Label.Message("field.confirmation-required"), "Confirmation")];
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        // Its page is of no use any more.
        Finish(await Calls.Campaigns((campaigns, options) => campaigns.DiscardCampaignAsync(new() { Name = Name, Etag = etag, RequestId = id }, options)), DiscardWord, CampaignsPage.Address);
    }

    private void Finish(Answer<Campaign> answer, string done, string? next = null)
    {
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{next ?? Here}?fait=campagne-{done}");
            return;
        }

        Refuse(answer.Problem, problem => [new("", problem.Sentence)]);
    }

    private QuestionResults? ResultsOf(Question question) => _results?.Questions.FirstOrDefault(said => said.Question == question.Key);
}
