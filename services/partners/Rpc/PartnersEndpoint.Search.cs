using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Reseau.Kernel;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    private const int HitsPerPage = 20;
    private const int DeepestHit = 10_000;
    private const int TextLength = 500;

    public override Task<Contract.SearchServicesResponse> SearchServices(Contract.SearchServicesRequest request, ServerCallContext context)
    {
        var question = QuestionOf(request);
        var offset = Paging.Read(request.PageToken, question, parts: 1) is { } token ? int.Parse(token[0], CultureInfo.InvariantCulture) : 0;
        var size = Paging.Size(request.PageSize, HitsPerPage);
        var result = index.Search(ReadQuery(request) with { Offset = offset, Limit = size });

        var answer = new Contract.SearchServicesResponse { TotalSize = result.Total };
        answer.Hits.AddRange(result.Hits.Select(HitMapper.ToMessage));
        // Nobody reads the ten thousandth hit; refining the question is the way to it.
        if (offset + size < Math.Min(result.Total, DeepestHit)) answer.NextPageToken = Paging.Token(question, $"{offset + size}");
        return Task.FromResult(answer);
    }

    private static string QuestionOf(Contract.SearchServicesRequest request)
    {
        var filters = request.Clone();
        (filters.PageSize, filters.PageToken) = (0, "");
        return Convert.ToBase64String(filters.ToByteArray());
    }

    private SearchQuery ReadQuery(Contract.SearchServicesRequest request)
    {
        var violations = new Violations();
        var text = violations.Optional("text", request.Text, TextLength);
        var families = request.Themes.Where(theme => !theme.Contains("--", StringComparison.Ordinal)).ToList();
        // One family alone is a question of its own; mixed with themes it stands for all of its themes.
        var family = families.Count == 1 && request.Themes.Count == 1 ? families[0] : null;
        var expanded = families.SelectMany(name => ThemesOf(name, violations)).ToList();
        List<string> themes = family is null ? [.. request.Themes.Except(families, StringComparer.Ordinal), .. expanded] : [];
        foreach (var _ in themes.Where(theme => !Vocabulary.Themes.IsKnown(theme)))
            violations.Add("themes", "UNKNOWN_VALUE", "A theme is not in data.inclusion v1.", "Un thème n'est pas dans la liste.");
        if (!request.Publics.All(Vocabulary.Publics.IsKnown))
            violations.Add("publics", "UNKNOWN_VALUE", "A public is not in data.inclusion v1.", "Un public n'est pas dans la liste.");
        if (request.Commune.Length > 0 && france.FindCommune(request.Commune) is null)
            violations.Add("commune", "UNKNOWN_COMMUNE", "No commune has this INSEE code.", "Cette commune n'existe pas : choisissez-la dans la liste.");
        var point = request.Position is { } position ? new GeoPoint(position.Latitude, position.Longitude) : (GeoPoint?)null;
        if (point is { IsOnEarth: false }) violations.Add("position", "OUT_OF_RANGE", "Not a position.", "Cette position n'existe pas.");
        if (request.RadiusMeters < 0) violations.Add("radius_meters", "OUT_OF_RANGE", "A radius is positive.", "La distance doit être positive.");
        if (request.RadiusMeters > 0 && point is null && request.Commune.Length == 0)
            violations.Add("radius_meters", "NEEDS_A_PLACE", "A radius needs a commune or a position.", "Indiquez une commune pour limiter la distance.");
        violations.ThrowIfAny();
        return new()
        {
            Text = text,
            Themes = themes,
            ThemeFamily = family,
            Publics = request.Publics,
            CommuneInsee = request.Commune.Length == 0 ? null : request.Commune,
            Point = point,
            RadiusMeters = request.RadiusMeters == 0 ? null : request.RadiusMeters,
            Remote = request.RemoteOnly ? true : null,
            AcceptsReferralsOnly = request.AcceptsReferralsOnly,
        };
    }

    private static List<string> ThemesOf(string family, Violations violations)
    {
        var themes = Vocabulary.Themes.Where(theme => theme.Family == family).Select(theme => theme.Code).ToList();
        if (themes.Count == 0) violations.Add("themes", "UNKNOWN_VALUE", "A family of themes is not in data.inclusion v1.", "Une famille de thèmes n'est pas dans la liste.");
        return themes;
    }
}
