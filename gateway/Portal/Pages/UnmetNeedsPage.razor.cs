using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Partners.V1;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>What was looked for and not found, for those who look after the network: where a service is missing, and what might have to be learnt. A need of the network is made of it.</summary>
public sealed partial class UnmetNeedsPage
{
    private readonly List<FieldProblem> _problems = [];
    private UnmetNeedsForm _form = new("", "", "", "");
    private ListUnmetNeedsResponse? _needs;

    protected override async Task LoadAsync()
    {
        _form = UnmetNeedsForm.Of(Http.Request.Query);
        var request = _form.ToRequest(_problems);
        var answer = await Calls.Partners((partners, options) => partners.ListUnmetNeedsAsync(request, options));
        if (answer.Succeeded)
        {
            _needs = answer.Value;
        }
        else if (answer.Problem.Fields.Count > 0)
        {
            Reject(answer.Problem);
            _problems.AddRange(answer.Problem.Fields.Select(UnmetNeedsForm.Named));
        }
        else
        {
            Fail(answer.Problem);
        }
    }

    private static NeedOrigin OriginOf(UnmetNeed need) => new() { Searches = new() { Theme = need.Theme, Commune = need.InseeCode, Searches = need.Searches } };
}
