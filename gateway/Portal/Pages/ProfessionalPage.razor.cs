using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The record of a professional, for who leads them: what they can do, what they may do, and the forms that say so.</summary>
public sealed partial class ProfessionalPage
{
    private const string Handler = "agir";

    private Professional _professional = new();
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private FormValues _sent = FormValues.Empty;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    private string Name => "professionals/" + Id;

    private string Here => AddressOf(Name);

    // What an institution may give without a training.
    private IReadOnlyList<(string Value, string Text)> Given => [.. _terms.Rules.Where(rule => rule is { ByEvidence: true, Retired: false }).Select(rule => (rule.Name, rule.Title))];

    private IReadOnlyList<(string Value, string Text)> Held =>
        [.. _professional.Habilitations.Where(held => !held.Revoked).Select(held => held.Rule).Distinct(StringComparer.Ordinal).Select(rule => (rule, _terms.Rule(rule)))];

    /// <summary>The page of a professional.</summary>
    public static string AddressOf(string name) => $"{TeamPage.Address}/{ResourceId.InAddress(name)}";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Professionals((professionals, options) => professionals.GetProfessionalAsync(new() { Name = Name }, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _professional = answer.Value;
        _terms = await Training.VocabularyAsync();
        _names = await Places.OfAllAsync(_professional.Sites);
    }

    private async Task ActAsync()
    {
        if (Problem is not null || ProfessionalDeed.Of(Form, Name) is not { } deed) return;

        var answer = await deed.SendAsync(Calls);
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Here}?fait=professionnel-{deed.Word}");
            return;
        }

        _sent = Form;
        Refuse(answer.Problem, deed.Together);
        // The page then tells the state of things now.
        await LoadAsync();
    }

    private bool IsSent(string word) => _sent.Text(ActionForm.ActionField) == word;

    private string Typed(string word, string field) => IsSent(word) ? _sent.Text(field) : "";

    private static string Control(string field, string word = ProfessionalDeed.Evidence) => ProfessionalDeed.Control(word, field);
}
