using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Gateway.Portal.Map;
using Reseau.Partners.V1;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>The directory: filters, and services that answer, each saying why, beside a map of them. Public.</summary>
public sealed partial class DirectoryPage
{
    private SearchForm _search = new();
    private CommuneMatch _commune = CommuneMatch.Nothing;
    private List<FieldProblem> _problems = [];
    private SearchServicesResponse? _found;
    private FacetLabels _facets = new([]);
    private MapView? _map;
    private IReadOnlyList<HabilitationRule> _rules = [];

    [Inject]
    public CommuneFinder Communes { get; set; } = null!;

    [Inject]
    public CommunePoints Points { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    [Inject]
    public TrainingTerms Terms { get; set; } = null!;

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
        // What cannot be read is said next to its field; the rest of the question still has an answer.
        if (_commune.Found is { } found) _search = _search with { Commune = found.DisplayName, Insee = found.InseeCode };
        else if (_search.Commune.Length > 0) _problems = [new("commune", Label.Message("field.commune-unknown"))];

        var request = _search.ToRequest(_commune.Found?.InseeCode ?? "", _search.Moment(Clock, _problems));
        var answer = await Calls.Partners((partners, options) => partners.SearchServicesAsync(request, options));
        if (!answer.Succeeded)
        {
            Fail(answer.Problem);
            return;
        }

        _found = answer.Value;
        _facets = new(_found.Facets);
        if (User.CanRefer && _found.Hits.Any(hit => hit.RequiredHabilitations.Count > 0)) _rules = await Terms.RulesAsync();
        _map = MapDrawing.Draw([.. _found.Hits.Select(Mark).OfType<MapPoint>()], Points.Find(_commune.Found?.InseeCode ?? ""), Points.All);
    }

    // A service given only at a distance has no place on a map, nor one whose commune alone is known, and that imprecisely.
    private MapPoint? Mark(SearchHit hit, int index)
    {
        if (!ServicePlace.IsOnSite(hit.Service) || ServicePlace.AddressOf(hit.Service, hit.Structure) is not { } address) return null;
        if (address.Position is { } door) return new(index + 1, MapPosition.Of(door));
        return Points.Find(address.InseeCode) is { } commune ? new(index + 1, commune.Position) : null;
    }
}
