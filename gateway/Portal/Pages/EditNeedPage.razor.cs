using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Writes a need: of the institution by its head, of the network by the chargé de mission. What revealed it comes along from the page that counted it.</summary>
public sealed partial class EditNeedPage
{
    public const string New = NeedsPage.Address + "/nouveau";
    private const string Handler = "besoin";
    private const int LongestTitle = 150;

    private Need _need = new();
    private WritingScope _scope = WritingScope.Begun(network: false);
    private FormValues _values = FormValues.Empty;
    private IReadOnlyList<(string Value, string Text)> _skills = [];
    private IReadOnlyList<(string Value, string Text)> _origins = [];

    [Parameter]
    public string? Id { get; set; }

    [Inject]
    public TrainingTerms Terms { get; set; } = null!;

    [Inject]
    public OriginNames Names { get; set; } = null!;

    private bool IsNew => Id is null;

    private string Title => IsNew ? "Faire connaître un besoin" : "Modifier le besoin";

    // What it came with stays in the address: who sends a form with mistakes finds it again.
    private string Here => IsNew ? New + Http.Request.QueryString : AddressOf(_need.Name);

    private string Etag => EtagOf(_need.Etag);

    /// <summary>Whether somebody writes this need; what the service would refuse is not offered.</summary>
    public static bool MayWrite(Need need, PortalUser user) =>
        user.Keeps(need.Institution, need.Network) && need.State is Need.Types.State.Open or Need.Types.State.Planned;

    /// <summary>The page that changes a need.</summary>
    public static string AddressOf(string name) => $"{NeedPage.AddressOf(name)}/modifier";

    protected override async Task LoadAsync()
    {
        if (!IsNew && !await ReadAsync()) return;

        var known = IsNew ? await SuggestedAsync() : _need;
        // Only who looks after the network reads what was looked for in vain.
        _scope = IsNew ? WritingScope.New(User, IsPost ? Form.Has(WritingScope.Field) : known.RevealedBy.Any(origin => origin.Searches is not null)) : WritingScope.Begun(_need.Network);
        _values = IsPost ? Form : NeedForm.ValuesOf(known);
        _skills = TrainingTerms.Choices(await Terms.SkillsAsync(), known.Skill);
        // What was unticked may be ticked again.
        NeedOrigin[] origins = [.. known.RevealedBy.Concat(NeedForm.Origins(_values)).DistinctBy(NeedOriginText.Of)];
        var names = await Names.OfAsync(origins);
        _origins = [.. origins.Where(origin => origin.OriginCase != NeedOrigin.OriginOneofCase.Manager).Select(origin => (NeedOriginText.Of(origin), NeedWords.Of(origin, names)))];
    }

    private async Task<bool> ReadAsync()
    {
        var answer = await Calls.Needs((needs, options) => needs.GetNeedAsync(new() { Name = "needs/" + Id }, options));
        if (!answer.Succeeded) Fail(answer.Problem);
        else if (!MayWrite(answer.Value, User)) Fail(CallProblem.NotAllowed);
        else _need = answer.Value;
        return Problem is null;
    }

    // What a page that counts says of a new need; anything else comes from somebody's own address, and suggests nothing.
    private async Task<Need> SuggestedAsync()
    {
        var need = new Need();
        if (NeedOriginText.Read(Http.Request.Query[NeedOriginText.Field].ToString()) is not { } origin) return need;
        need.RevealedBy.Add(origin);
        if (origin.Referrals is { } referrals) need.Theme = referrals.Theme;
        else if (origin.Searches is { } searches) need.Theme = searches.Theme;
        else if (origin.Campaign is { } answers) await FromQuestionAsync(need, answers);
        return need;
    }

    private async Task FromQuestionAsync(Need need, CampaignAnswers answers)
    {
        var answer = await Calls.Campaigns((campaigns, options) => campaigns.GetCampaignAsync(new() { Name = answers.Campaign }, options));
        if (answer.Value?.Questions.FirstOrDefault(question => question.Key == answers.Question) is not { } question) return;
        need.Functions.AddRange(question.Functions);
        if (question.Skill.Length > 0) need.Skill = question.Skill;
        else need.Title = question.Text.Length <= LongestTitle ? question.Text : question.Text[..(LongestTitle - 1)] + "…";
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;

        var form = NeedForm.Of(Form, _need.Name);
        (form.Need.Etag, form.Need.Network) = (Etag, _scope.Network);
        var id = form.IsReadable ? Deed : "";
        var answer = IsNew
            ? await Calls.Needs((needs, options) => needs.RaiseNeedAsync(new() { Need = form.Need, RequestId = id }, options))
            : await Calls.Needs((needs, options) => needs.UpdateNeedAsync(new() { Need = form.Need, RequestId = id }, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{NeedPage.AddressOf(answer.Value.Name)}?fait=besoin-{(IsNew ? "creer" : "enregistrer")}");
            return;
        }

        Refuse(answer.Problem, form.Together);
    }
}
