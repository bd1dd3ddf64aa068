using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Begins a convention: a template is chosen, then its title, dates, values and parties are said. The rest is written in the draft.</summary>
public sealed partial class NewConventionPage
{
    public const string Address = ConventionsPage.Address + "/nouvelle";
    private const string WithoutTemplate = Address + "?modele=aucun";
    private const string Handler = "commencer";
    private const string CreateStep = "commencer";
    private const int MostTemplates = 200;
    private const int MoreRows = 2;

    private IReadOnlyList<Template> _templates = [];
    private Template? _template;
    private Content _content = new();
    private FormValues _values = FormValues.Empty;
    private IReadOnlyList<FieldProblem> _problems = [];
    private IReadOnlyList<Institution> _institutions = [];

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private string Asked => Http.Request.Query["modele"].ToString();

    // A template brings its clauses along.
    private IReadOnlyList<ContentPart> Parts => [.. ContentPart.All.Where(part => part is GeneralPart or PartiesPart || (part is ClausesPart && _template is null))];

    private string Here => $"{Address}?modele={Uri.EscapeDataString(Asked)}";

    private static string AddressOf(Template template) => $"{Address}?modele={ResourceId.InAddress(template.Name)}";

    protected override Task LoadAsync() => Asked.Length == 0 ? ChooseAsync() : BeginAsync();

    private async Task ChooseAsync()
    {
        var request = new ListTemplatesRequest { PageSize = MostTemplates, PublishedOnly = true };
        var answer = await Calls.Templates((templates, options) => templates.ListTemplatesAsync(request, options));
        if (answer.Succeeded) _templates = answer.Value.Templates;
        else Fail(answer.Problem);
    }

    private async Task BeginAsync()
    {
        if (Here != WithoutTemplate)
        {
            var answer = await Calls.Templates((templates, options) => templates.GetTemplateAsync(new() { Name = "templates/" + Asked }, options));
            if (!answer.Succeeded)
            {
                Fail(answer.Problem);
                return;
            }

            _template = answer.Value;
            _content = new() { Title = _template.Title, Kind = _template.Kind, Template = _template.Name, Variables = { _template.Variables } };
        }

        // Who begins it is most often a party; both rows are there to be changed.
        _content.Parties.Add(new Party { Institution = User.Institution ?? "" });
        _institutions = await Names.AllAsync();
        _values = IsPost ? Form : FirstValues();
    }

    private FormValues FirstValues()
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var part in Parts) part.Write(_content, values);
        return new(values);
    }

    private async Task CreateAsync()
    {
        if (Problem is not null) return;
        if (Form.Text("etape") == FormRows.More)
        {
            _values = Form.With(Parts.SelectMany(part => part.Tables).Select(table => (FormRows.Counter(table.Word), $"{FormRows.Count(Form, table.Word) + MoreRows}")));
            return;
        }

        var reading = new PartReading(Form);
        foreach (var part in Parts) part.Read(reading, _content);
        foreach (var party in _content.Parties.Where(party => party.DisplayName.Length == 0 && party.Institution.Length > 0)) party.DisplayName = await Names.OfAsync(party.Institution);
        var request = new CreateConventionRequest { Content = _content, RequestId = reading.Problems.Count == 0 ? RequestId.Of(Form) : "" };
        var answer = await Calls.Conventions((conventions, options) => conventions.CreateConventionAsync(request, options));
        if (answer.Succeeded)
        {
            Navigation.NavigateTo($"{ConventionPage.AddressOf(answer.Value.Name)}?fait=convention-commencer");
            return;
        }

        Reject(answer.Problem);
        _problems = ContentPart.Together(Parts, reading, answer.Problem);
    }
}
