using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>What the field says without words: how many referrals came back and why. A head makes a need of what their own institution sent.</summary>
public sealed partial class SignalsPage
{
    public const string Address = NeedsPage.Address + "/signaux";

    private readonly List<FieldProblem> _problems = [];
    private SignalsForm _asked = new("", "", Received: false, "", "");
    private ListSignalsResponse _list = new();
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        _asked = SignalsForm.Of(Http.Request.Query);
        var request = _asked.ToRequest(_problems);
        var answer = await Calls.Needs((needs, options) => needs.ListSignalsAsync(request, options));
        if (answer.Succeeded)
        {
            _list = answer.Value;
            if (_problems.Count > 0) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            _names = await Names.OfAllAsync(_list.Signals.Select(signal => signal.Institution));
        }
        else if (answer.Problem.Fields.Count > 0)
        {
            Reject(answer.Problem);
            _problems.AddRange(answer.Problem.Fields.Select(SignalsForm.Named));
        }
        else
        {
            Fail(answer.Problem);
        }
    }

    // What others do not know of one's services is theirs to learn.
    private bool MayRaise(Signal signal) => !_asked.Received && signal.Institution == User.Institution;

    private static NeedOrigin OriginOf(Signal signal) => new() { Referrals = new() { Theme = signal.Theme, Kind = signal.Kind, From = signal.Month, Until = signal.Month } };
}
