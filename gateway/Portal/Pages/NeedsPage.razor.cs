using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The needs of training that the reader may see: those of their institution and of the network, or of all.</summary>
public sealed partial class NeedsPage
{
    public const string Address = "/formations/besoins";

    private readonly List<FieldProblem> _problems = [];
    private NeedListForm _asked = new();
    private ListNeedsResponse _list = new();
    private TrainingVocabulary _terms = TrainingVocabulary.None;
    private IReadOnlyList<Institution> _institutions = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    [Inject]
    public TrainingNames Training { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        _asked = NeedListForm.Of(Http.Request.Query);
        var request = _asked.ToRequest();
        var answer = await Calls.Needs((needs, options) => needs.ListNeedsAsync(request, options));
        if (answer.Succeeded)
        {
            _list = answer.Value;
        }
        else if (answer.Problem.Fields.Count > 0)
        {
            Reject(answer.Problem);
            _problems.AddRange(answer.Problem.Fields.Select(NeedListForm.Named));
        }
        else
        {
            Fail(answer.Problem);
            return;
        }

        _terms = await Training.VocabularyAsync();
        _names = await Names.OfAllAsync(_list.Needs.Where(need => !need.Network).Select(need => need.Institution));
        if (User.CanLookAfterNetwork) _institutions = await Names.AllAsync();
    }
}
