using Microsoft.AspNetCore.Components;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Writes one part of what a convention says:
/// <code>
/// form → preview → saved         (a draft may be saved at once)
/// </code>
/// The preview is a dry run: the service is asked without a request id, so it names all it finds wrong and changes nothing.
/// </summary>
public sealed partial class EditConventionPage
{
    private const string Handler = "ecrire";
    private const string PreviewStep = "apercu";
    private const string SaveStep = "enregistrer";
    private const int MostServices = 200;
    private const int MoreRows = 3;

    private readonly Dictionary<string, IReadOnlyList<(string Value, string Text)>> _services = new(StringComparer.Ordinal);
    private Convention _convention = new() { Content = new() };
    private ContentPart _part = ContentPart.All[0];
    private FormValues _values = FormValues.Empty;
    private Content? _preview;
    private IReadOnlyList<FieldProblem> _problems = [];
    private IReadOnlyList<Institution> _institutions = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private string _requestId = "";
    private bool _stale;

    [Parameter]
    public string Id { get; set; } = "";

    [Parameter]
    public string Part { get; set; } = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string Name => "conventions/" + Id;

    private string Here => AddressOf(Name, _part);

    private bool IsDraft => _convention.State == Convention.Types.State.Draft;

    // The version that was read when the form was first shown: a change made since must not be overwritten unseen.
    private string Etag => IsPost && !_stale ? Form.Text(ActionForm.EtagField) : _convention.Etag;

    private string ValuesHint => _convention.Content.Variables.Count == 0 ? ""
        : $"Valeurs à remplir que le texte peut nommer : {string.Join(", ", _convention.Content.Variables.Select(variable => "{{" + variable.Key + "}}"))}.";

    private IReadOnlyDictionary<string, string> ServiceNames =>
        _services.Values.SelectMany(services => services).DistinctBy(service => service.Value, StringComparer.Ordinal).ToDictionary(service => service.Value, service => service.Text, StringComparer.Ordinal);

    /// <summary>The page that writes a part of a convention.</summary>
    public static string AddressOf(string name, ContentPart part) => $"{ConventionPage.AddressOf(name)}/modifier/{part.Word}";

    protected override async Task LoadAsync()
    {
        if (ContentPart.All.FirstOrDefault(part => part.Word == Part) is not { } part)
        {
            Fail(CallProblem.NotAllowed);
            return;
        }

        _part = part;
        _requestId = RequestId.Of(Form);
        if (!await ReadAsync()) return;

        _values = IsPost ? Form : _part.ValuesOf(_convention.Content);
        // What may be chosen, where there is something to choose.
        if (_part is PartiesPart || _convention.Content.Variables.Any(variable => variable.Type == Variable.Types.Type.Institution)) _institutions = await Names.AllAsync();
        if (_part is TermsPart) await ServicesAsync();
        _names = await Names.OfAllAsync([.. _convention.Content.Parties.Select(party => party.Institution), .. VariableWords.Institutions(_convention.Content)]);
    }

    private async Task<bool> ReadAsync()
    {
        var answer = await Calls.Conventions((conventions, options) => conventions.GetConventionAsync(new() { Name = Name }, options));
        if (!answer.Succeeded) Fail(answer.Problem);
        else if (!answer.Value.Possible.Contains("UpdateConvention")) Fail(CallProblem.NotAllowed);
        else
        {
            _convention = answer.Value;
            _convention.Content ??= new();
        }

        return Problem is null;
    }

    private async Task ServicesAsync()
    {
        foreach (var party in _convention.Content.Parties)
        {
            var request = new ListServicesRequest { Institution = party.Institution, PageSize = MostServices };
            var answer = await Calls.Partners((partners, options) => partners.ListServicesAsync(request, options));
            if (answer.Succeeded) _services[party.Institution] = [.. answer.Value.Services.Select(service => (service.Name, service.DisplayName)).OrderBy(service => service.DisplayName, French.Order)];
        }
    }

    private async Task ActAsync()
    {
        if (Problem is not null) return;

        var step = Form.Text("etape");
        if (step == FormRows.More)
        {
            _values = Form.With(_part.Tables.Select(table => (FormRows.Counter(table.Word), $"{FormRows.Count(Form, table.Word) + MoreRows}")));
            return;
        }

        var reading = new PartReading(Form);
        var wanted = _convention.Content.Clone();
        _part.Read(reading, wanted);
        await NameAsync(wanted);
        var saves = step == SaveStep && reading.Problems.Count == 0;
        var request = new UpdateConventionRequest { Name = Name, Etag = Etag, Content = wanted, Comment = Form.Text("commentaire"), RequestId = saves ? _requestId : "" };
        var answer = await Calls.Conventions((conventions, options) => conventions.UpdateConventionAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{ConventionPage.AddressOf(Name)}?fait=convention-enregistrer");
            return;
        }

        await ExplainAsync(answer.Problem, reading, wanted, step);
    }

    private async Task ExplainAsync(CallProblem problem, PartReading reading, Content wanted, string step)
    {
        if (problem.IsStale)
        {
            _stale = true;
            Reject(problem);
            // What was typed may now be saved over the version just read, knowingly; under a new id, because it is another deed.
            _requestId = RequestId.New();
            return;
        }

        _problems = _part.Together(reading, problem);
        if (_problems.Count == 0 || (step != SaveStep && problem.Fields.Count > 0 && problem.Fields.All(violation => violation.Field == "request_id") && reading.Problems.Count == 0))
        {
            _problems = [];
            _preview = wanted;
            _names = await Names.OfAllAsync([.. wanted.Parties.Select(party => party.Institution), .. VariableWords.Institutions(wanted)]);
            return;
        }

        Reject(problem);
    }

    // Without a name of its own, a party is called as the directory calls it.
    private async Task NameAsync(Content wanted)
    {
        foreach (var party in wanted.Parties.Where(party => party.DisplayName.Length == 0 && party.Institution.Length > 0)) party.DisplayName = await Names.OfAsync(party.Institution);
    }
}
