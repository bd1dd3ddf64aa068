using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The figures of the network, each with its definition, for those who look after it.</summary>
public sealed partial class FiguresPage
{
    public const string Address = "/reseau/chiffres";

    private readonly List<FieldProblem> _problems = [];
    private FiguresForm _form = new("", "", "", "");
    private NetworkFigures? _figures;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    public GroupNames Names { get; set; } = null!;

    private static (string Value, string Text)[] Groups { get; } = [.. FiguresForm.Groups.Select(group => (group.Value, group.Text))];

    protected override async Task LoadAsync()
    {
        _form = FiguresForm.Of(Http.Request.Query);
        var request = _form.ToRequest(_problems);
        var answer = await Calls.Figures((figures, options) => figures.GetNetworkFiguresAsync(request, options));
        if (answer.Succeeded)
        {
            _figures = answer.Value;
            _names = await Names.OfAsync(request.GroupBy, _figures.Groups.Select(group => group.Key));
        }
        else if (answer.Problem.Fields.Count > 0)
        {
            Reject(answer.Problem);
            _problems.AddRange(answer.Problem.Fields.Select(FiguresForm.Named));
        }
        else
        {
            Fail(answer.Problem);
        }
    }
}
