using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Policies.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Who is bound to whom by conventions, as a table and a drawing, and how the network treats the others.</summary>
public sealed partial class LinksPage
{
    public const string Address = "/reseau/carte-des-liens";
    private const string Handler = "mode";
    private const string OpenWord = "ouvert";
    private const string StrictWord = "strict";
    private const int PageSize = 200;
    private const int MostPages = 5;
    private const int MostLetters = 28;

    private readonly List<Policies.V1.Policy> _policies = [];
    private Network _network = new();
    private LinksDrawing _drawing = LinksDrawing.Of([]);
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private CallProblem? _problem;
    private bool _isCut;

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private bool IsStrict => _network.Mode == Network.Types.Mode.Strict;

    protected override async Task LoadAsync()
    {
        var network = await Calls.Policies((policies, options) => policies.GetNetworkAsync(new(), options));
        if (!network.Succeeded)
        {
            Fail(network.Problem);
            return;
        }

        _network = network.Value;
        if (!await ReadAsync()) return;
        _names = await Names.OfAllAsync(_policies.SelectMany(policy => new[] { policy.From, policy.To }));
        _drawing = LinksDrawing.Of(_policies);
    }

    private async Task<bool> ReadAsync()
    {
        var token = "";
        for (var page = 0; page < MostPages; page++)
        {
            var request = new ListPoliciesRequest { PageSize = PageSize, PageToken = token };
            var answer = await Calls.Policies((policies, options) => policies.ListPoliciesAsync(request, options));
            if (!answer.Succeeded)
            {
                Fail(answer.Problem);
                return false;
            }

            _policies.AddRange(answer.Value.Policies);
            token = answer.Value.NextPageToken;
            if (token.Length == 0) return true;
        }

        _isCut = true;
        return true;
    }

    private async Task SetAsync()
    {
        if (Problem is not null) return;

        var wanted = Form.Text("mode");
        var request = new SetNetworkModeRequest { Mode = wanted == StrictWord ? Network.Types.Mode.Strict : Network.Types.Mode.Open, RequestId = RequestId.Of(Form) };
        var answer = await Calls.Policies((policies, options) => policies.SetNetworkModeAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{Address}?fait=reseau-{(wanted == StrictWord ? StrictWord : OpenWord)}");
            return;
        }

        Reject(answer.Problem);
        _problem = answer.Problem;
    }

    // `conventions/{convention}@{version}`
    private static IReadOnlyList<string> ConventionsOf(Policies.V1.Policy policy) => [.. policy.Conventions.Select(each => each.Split('@')[0]).Distinct(StringComparer.Ordinal)];

    private static string TitleOf(Policies.V1.Policy policy, string convention) =>
        policy.Sources.FirstOrDefault(source => source.Convention == convention)?.ConventionTitle is { Length: > 0 } title ? title : "Convention";

    private string Short(string institution) => _names[institution] is { Length: > MostLetters } name ? name[..(MostLetters - 1)] + "…" : _names[institution];
}
