using Grpc.Core;
using Reseau.Partners.V1;

namespace Reseau.Load.Scenarios;

/// <summary>Questions of a reception desk: words, a theme, a place, or several of them; the first page of twenty hits.</summary>
internal sealed class SearchScenario : Scenario
{
    private static readonly SearchServicesRequest[] Questions =
    [
        new() { Text = "aide au logement", Commune = "35238" },
        new() { Text = "CAF", Commune = "35238", AcceptsReferralsOnly = true },
        new() { Themes = { "numerique" }, Commune = "35001" },
        new() { Text = "démarches en ligne" },
        new() { Themes = { "logement-hebergement--louer-un-logement" }, Commune = "35024", RadiusMeters = 20_000 },
        new() { Text = "garde d'enfants", Commune = "72001" },
        new() { Themes = { "famille" }, Commune = "29043" },
        new() { Text = "impôts", Commune = "86003" },
    ];

    private readonly PartnersService.PartnersServiceClient[] _clients;

    static SearchScenario()
    {
        // What the portal's list asks for.
        foreach (var question in Questions) question.View = SearchView.Basic;
    }

    public SearchScenario(Target target, string token) : base(target, token) =>
        _clients = Clients(channel => new PartnersService.PartnersServiceClient(channel));

    protected override async Task CallAsync(int n, int channel, CallOptions options) =>
        await _clients[channel].SearchServicesAsync(Questions[n % Questions.Length], options);
}
