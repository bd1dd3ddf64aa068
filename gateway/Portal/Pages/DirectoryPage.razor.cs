using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The directory: filters, and services that answer, each saying why. Public.</summary>
public sealed partial class DirectoryPage
{
    private SearchForm _search = new();
    private CommuneMatch _commune = CommuneMatch.Nothing;
    private List<FieldProblem> _problems = [];
    private SearchServicesResponse? _found;

    [Inject]
    public CommuneFinder Communes { get; set; } = null!;

    private string Title => _search.Page.Length > 0 ? "Annuaire des services, suite" : "Annuaire des services";

    protected override async Task LoadAsync()
    {
        _search = SearchForm.Of(Http.Request.Query);
        _commune = await Communes.FindAsync(_search.Commune, _search.Insee);
        if (_commune.Problem is { } failed)
        {
            Fail(failed);
            return;
        }

        if (_commune.Choices.Count > 0) return;
        if (_commune.Found is { } found) _search = _search with { Commune = found.DisplayName, Insee = found.InseeCode };
        // An unknown commune is said next to its field; the rest of the question still has an answer.
        else if (_search.Commune.Length > 0) _problems = [new("commune", Label.Message("field.commune-unknown"))];

        var answer = await Calls.Partners((partners, options) =>
            partners.SearchServicesAsync(_search.ToRequest(_commune.Found?.InseeCode ?? ""), options));
        if (answer.Succeeded) _found = answer.Value;
        else Fail(answer.Problem);
    }
}
