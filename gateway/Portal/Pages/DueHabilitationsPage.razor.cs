using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Whose habilitation ends soon or has ended, for who leads them.</summary>
public sealed partial class DueHabilitationsPage
{
    public const string Address = TeamPage.Address + "/echeances";

    private readonly List<FieldProblem> _problems = [];
    private DueForm _asked = new("", "", "");
    private ListDueResponse _list = new();
    private TrainingVocabulary _terms = TrainingVocabulary.None;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        _asked = DueForm.Of(Http.Request.Query);
        var request = _asked.ToRequest(_problems);
        var answer = await Calls.Habilitations((habilitations, options) => habilitations.ListDueAsync(request, options));
        if (answer.Succeeded)
        {
            _list = answer.Value;
            if (_problems.Count > 0) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        else if (answer.Problem.Fields.Count > 0)
        {
            Reject(answer.Problem);
            _problems.AddRange(answer.Problem.Fields.Select(DueForm.Named));
        }
        else
        {
            Fail(answer.Problem);
            return;
        }

        _terms = await Training.VocabularyAsync();
    }
}
