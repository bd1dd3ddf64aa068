using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;
using State = Reseau.Training.V1.Campaign.Types.State;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Campaigns that tests put in, what was written of them and what was answered.</summary>
public sealed class CampaignsStandIn : CampaignsService.CampaignsServiceBase
{
    private readonly ConcurrentDictionary<string, Campaign> _campaigns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MyCampaign> _mine = new(StringComparer.Ordinal);

    public ConcurrentQueue<AnswerCampaignRequest> Answers { get; } = new();

    public ConcurrentQueue<UpdateCampaignRequest> Updates { get; } = new();

    public GetCampaignResultsRequest LastResults { get; private set; } = new();

    public CampaignResults Results { get; set; } = new();

    public IReadOnlyList<string> Texts { get; set; } = [];

    /// <summary>A campaign of the CCAS of Rennes.</summary>
    public Campaign Given(State state, Action<Campaign>? but = null)
    {
        var campaign = new Campaign
        {
            Name = $"campaigns/{Guid.NewGuid():N}",
            Etag = "1",
            State = state,
            Institution = "institutions/ccas-rennes",
            Title = "Vos besoins de 2027",
            StartDate = new() { Year = 2027, Month = 1, Day = 4 },
            EndDate = new() { Year = 2027, Month = 1, Day = 31 },
            Answerable = state == State.Open,
            Questions =
            {
                new Question { Key = "niveau", Text = "Où en êtes-vous ?", Kind = Question.Types.Kind.Level, Skill = "skills/demarches", Required = true },
                new Question { Key = "format", Text = "Quel format préférez-vous ?", Kind = Question.Types.Kind.OneOf, Options = { "Sur place", "À distance" } },
                new Question { Key = "sujets", Text = "Quels sujets ?", Kind = Question.Types.Kind.SeveralOf, Options = { "Accueil", "Droits", "Données" } },
                new Question { Key = "autre", Text = "Autre chose ?", Kind = Question.Types.Kind.Text },
            },
        };
        but?.Invoke(campaign);
        return _campaigns[campaign.Name] = campaign;
    }

    /// <summary>The campaign is put to the caller.</summary>
    public MyCampaign GivenMine(Campaign campaign, params Training.V1.Answer[] answers) =>
        _mine[campaign.Name] = new() { Campaign = campaign, Answered = answers.Length > 0, Answers = { answers } };

    public Campaign Find(string name) => _campaigns.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public override Task<Campaign> GetCampaign(GetCampaignRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListCampaignsResponse> ListCampaigns(ListCampaignsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListCampaignsResponse { Campaigns = { _campaigns.Values.Where(campaign => campaign.State != State.Discarded).OrderBy(campaign => campaign.Name, StringComparer.Ordinal) } });

    public override Task<Campaign> CreateCampaign(CreateCampaignRequest request, ServerCallContext context)
    {
        Demand(request.Campaign, request.RequestId);
        var created = request.Campaign.Clone();
        (created.Name, created.Etag, created.State, created.Institution) = ($"campaigns/{request.RequestId}", "1", State.Draft, created.Network ? "institutions/rennes-metropole" : "institutions/ccas-rennes");
        return Task.FromResult(_campaigns[created.Name] = created);
    }

    public override Task<Campaign> UpdateCampaign(UpdateCampaignRequest request, ServerCallContext context)
    {
        Updates.Enqueue(request);
        Demand(request.Campaign, request.RequestId);
        var known = Current(request.Campaign.Name, request.Campaign.Etag);
        var written = request.Campaign.Clone();
        (written.Etag, written.State, written.Institution) = (known.Etag + "+", known.State, known.Institution);
        return Task.FromResult(_campaigns[written.Name] = written);
    }

    public override Task<Campaign> OpenCampaign(OpenCampaignRequest request, ServerCallContext context)
    {
        var campaign = Current(request.Name, request.Etag);
        if (campaign.Questions.Count == 0) throw Refusals.Of(StatusCode.FailedPrecondition, "CAMPAIGN_WITHOUT_QUESTION", "Écrivez d’abord une question.");
        campaign.State = State.Open;
        return Task.FromResult(campaign);
    }

    public override Task<Campaign> DiscardCampaign(DiscardCampaignRequest request, ServerCallContext context)
    {
        var campaign = Current(request.Name, request.Etag);
        if (campaign.State != State.Draft) throw Refusals.Of(StatusCode.FailedPrecondition, "CAMPAIGN_OPENED", "La campagne est ouverte.");
        campaign.State = State.Discarded;
        return Task.FromResult(campaign);
    }

    public override Task<Campaign> CloseCampaign(CloseCampaignRequest request, ServerCallContext context)
    {
        var campaign = Current(request.Name, request.Etag);
        campaign.State = State.Closed;
        return Task.FromResult(campaign);
    }

    public override Task<CampaignResults> GetCampaignResults(GetCampaignResultsRequest request, ServerCallContext context)
    {
        LastResults = request;
        return Find(request.Name).State == State.Closed ? Task.FromResult(Results) : throw Refusals.Of(StatusCode.FailedPrecondition, "CAMPAIGN_NOT_CLOSED", "Pas encore.");
    }

    public override Task<ListCampaignTextsResponse> ListCampaignTexts(ListCampaignTextsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListCampaignTextsResponse { Texts = { Texts } });

    public override Task<ListMyCampaignsResponse> ListMyCampaigns(ListMyCampaignsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListMyCampaignsResponse { Campaigns = { _mine.Values.OrderBy(mine => mine.Campaign.Name, StringComparer.Ordinal) } });

    public override Task<MyCampaign> GetMyCampaign(GetMyCampaignRequest request, ServerCallContext context) =>
        Task.FromResult(_mine.TryGetValue(request.Name, out var mine) ? mine : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non."));

    public override Task<MyCampaign> AnswerCampaign(AnswerCampaignRequest request, ServerCallContext context)
    {
        Answers.Enqueue(request);
        var mine = _mine[request.Name];
        if (mine is { Answered: true, Campaign.Anonymous: true }) throw Refusals.Of(StatusCode.FailedPrecondition, "CAMPAIGN_ANSWERED", "Vous avez déjà répondu.");
        var wrong = request.Answers.Index().Where(each => each.Item.Text.Contains("2 85", StringComparison.Ordinal)).Select(each => ($"answers[{each.Index}].text", "N’écrivez pas de numéro.")).ToList();
        if (request.RequestId.Length == 0) wrong.Add(("request_id", "L’identifiant est obligatoire."));
        if (wrong.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. wrong]);
        mine.Answered = true;
        if (mine.Campaign.Anonymous) return Task.FromResult(mine);
        mine.Answers.Clear();
        mine.Answers.AddRange(request.Answers);
        return Task.FromResult(mine);
    }

    private Campaign Current(string name, string etag)
    {
        var campaign = Find(name);
        return etag == campaign.Etag ? campaign : throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La campagne a changé.");
    }

    private static void Demand(Campaign campaign, string requestId)
    {
        var wrong = new List<(string, string)>();
        if (campaign.Title.Length == 0) wrong.Add(("campaign.title", "Donnez un titre."));
        wrong.AddRange(campaign.Questions.Index().Where(each => each.Item.Kind is Question.Types.Kind.OneOf && each.Item.Options.Count < 2).Select(each => ($"campaign.questions[{each.Index}].options", "Deux choix au moins.")));
        if (requestId.Length == 0) wrong.Add(("request_id", "L’identifiant est obligatoire."));
        if (wrong.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. wrong]);
    }
}
