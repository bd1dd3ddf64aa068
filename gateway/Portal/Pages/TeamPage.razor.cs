using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The professionals of an institution, for who leads them: whose habilitation ends on top, then everybody, narrowed in the address.</summary>
public sealed partial class TeamPage
{
    public const string Address = "/formations/equipe";
    private const int Few = 5;

    private readonly List<FieldProblem> _problems = [];
    private TeamForm _asked = new();
    private ListProfessionalsResponse _list = new();
    private IReadOnlyList<DueHabilitation> _due = [];
    private IReadOnlyList<(string Value, string Text)> _places = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private TrainingVocabulary _terms = TrainingVocabulary.None;

    [Inject]
    public PlaceNames Places { get; set; } = null!;

    [Inject]
    public OwnPlaces OwnPlaces { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        _asked = TeamForm.Of(Http.Request.Query);
        var request = _asked.ToRequest();
        var answer = await Calls.Professionals((professionals, options) => professionals.ListProfessionalsAsync(request, options));
        if (answer.Succeeded)
        {
            _list = answer.Value;
        }
        else if (answer.Problem.Fields.Count > 0)
        {
            Reject(answer.Problem);
            _problems.AddRange(answer.Problem.Fields.Select(TeamForm.Named));
        }
        else
        {
            Fail(answer.Problem);
            return;
        }

        _terms = await Training.VocabularyAsync();
        _places = await OwnPlaces.OfAsync(User.Institution ?? "");
        _names = await Places.OfAllAsync(_list.Professionals.SelectMany(professional => professional.Sites));
        if (!_asked.HasFilters && _asked.Page.Length == 0) await DueAsync();
    }

    // The list is useful without them.
    private async Task DueAsync()
    {
        var answer = await Calls.Habilitations((habilitations, options) => habilitations.ListDueAsync(new() { PageSize = Few }, options));
        if (answer.Succeeded) _due = answer.Value.Due;
    }
}
