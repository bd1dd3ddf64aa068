using Google.Protobuf.Collections;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Writes a skill: what the network calls being able to do something.</summary>
public sealed partial class EditSkillPage
{
    public const string New = Root + "/nouvelle";
    private const string Root = "/formations/competences";
    private const string Handler = "competence";

    private Skill _skill = new();
    private RepeatedField<Skill> _skills = [];
    private FormValues _values = FormValues.Empty;

    [Parameter]
    public string? Id { get; set; }

    [Inject]
    public TrainingTerms Terms { get; set; } = null!;

    private bool IsNew => Id is null;

    private string Title => IsNew ? "Définir une compétence" : $"Modifier « {_skill.Label} »";

    private string Etag => EtagOf(_skill.Etag);

    private string Here => IsNew ? New : AddressOf(_skill.Name);

    // A family is whatever several skills write alike: those in use are told, so that one is not written twice.
    private string Families => _skills.Count == 0 ? "Par exemple « Accès aux droits »."
        : $"Déjà employées : {string.Join(", ", _skills.Select(skill => skill.Family).Distinct(StringComparer.Ordinal))}.";

    /// <summary>The page that changes a skill.</summary>
    public static string AddressOf(string name) => $"{Root}/{ResourceId.InAddress(name)}/modifier";

    protected override async Task LoadAsync()
    {
        var answer = await Terms.SkillsAsync(retired: true);
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _skills = answer.Value.Skills;
        if (!IsNew)
        {
            if (_skills.FirstOrDefault(skill => skill.Name == SkillForm.Prefix + Id) is not { } known)
            {
                Fail(CallProblem.NotAllowed);
                return;
            }

            _skill = known;
        }

        _values = IsPost ? Form : SkillForm.ValuesOf(_skill);
    }

    private async Task SaveAsync()
    {
        if (Problem is not null) return;

        var form = SkillForm.Of(Form, _skill.Name, _skills);
        form.Skill.Etag = Etag;
        var request = new DefineSkillRequest { Skill = form.Skill, RequestId = form.IsReadable ? Deed : "" };
        var answer = await Calls.Professionals((professionals, options) => professionals.DefineSkillAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{HabilitationsPage.Address}?fait=competence-definir");
            return;
        }

        Refuse(answer.Problem, form.Together);
    }
}
