using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// One's own record as a professional:
/// <code>
/// none → claimed → corrected, skills declared
/// </code>
/// </summary>
public sealed partial class OwnRecordPage
{
    public const string Address = "/mon-profil-professionnel";

    /// <summary>The name that stands for the caller's own record.</summary>
    public const string Record = "professionals/me";

    private const string Handler = "agir";
    private const string ClaimWord = "ouvrir";
    private const string DeclareWord = "competences";

    private Professional? _professional;
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private IReadOnlyList<Skill> _skills = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    private bool IsDeclared => IsPost && Form.Text(ActionForm.ActionField) == DeclareWord;

    private string Etag => IsDeclared && !IsStale ? Form.Text(ActionForm.EtagField) : _professional!.Etag;

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Professionals((professionals, options) => professionals.GetProfessionalAsync(new() { Name = Record }, options));
        // Nobody's record and none at all answer the same: then there is one to claim.
        if (!answer.Succeeded && answer.Problem.Code is not (StatusCode.PermissionDenied or StatusCode.NotFound))
        {
            Fail(answer.Problem);
            return;
        }

        _professional = answer.Value;
        if (_professional is null) return;
        _terms = await Training.VocabularyAsync();
        _skills = DeclaredSkills.Shown(_terms.Skills, _professional);
        _names = await Places.OfAllAsync(_professional.Sites);
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        if (IsDeclared && _professional is not null)
        {
            var declare = new DeclareSkillsRequest { Etag = Form.Text(ActionForm.EtagField), Skills = { DeclaredSkills.Read(Form, _skills) }, RequestId = RequestId.Of(Form) };
            Finish(await Calls.Professionals((professionals, options) => professionals.DeclareSkillsAsync(declare, options)), "competences");
        }
        else if (_professional is null)
        {
            var function = Enum.TryParse<Function>(Form.Text("fonction"), out var chosen) ? chosen : default;
            var claim = new ClaimProfessionalRequest { Function = function, RequestId = RequestId.Of(Form) };
            Finish(await Calls.Professionals((professionals, options) => professionals.ClaimProfessionalAsync(claim, options)), "ouvrir");
        }
    }

    private void Finish(Answer<Professional> answer, string done)
    {
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Address}?fait=profil-{done}");
            return;
        }

        Refuse(answer.Problem, problem => [new("", problem.Sentence), .. problem.Fields.Where(violation => violation.Field != "request_id").Select(violation => violation with { Field = "" })]);
    }

    private string Said(Skill skill)
    {
        if (IsDeclared) return Form.Text(DeclaredSkills.Control(skill.Name));
        var level = _professional?.Skills.FirstOrDefault(held => held.Skill == skill.Name)?.Declared ?? default;
        return level == default ? "" : level.ToString();
    }
}
