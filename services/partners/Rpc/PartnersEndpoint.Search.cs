using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    private const int HitsPerPage = 20;
    private const int TextLength = 500;
    private const int FarthestSkip = 10_000;

    public override async Task<Contract.SearchServicesResponse> SearchServices(Contract.SearchServicesRequest request, ServerCallContext context)
    {
        var question = QuestionOf(request);
        var after = Paging.Read<PagePosition?>(request.PageToken, question, parts: 2, token => new PagePosition(ulong.Parse(token[0], NumberStyles.None, CultureInfo.InvariantCulture), token[1]));
        var caller = Caller.Of(context);
        var query = ReadQuery(request) with { Bonds = await bonds.OfAsync(caller.Institution, context.CancellationToken), After = after, Offset = Math.Clamp(request.Skip, 0, FarthestSkip), Limit = Paging.Size(request.PageSize, HitsPerPage) };
        var result = index.Search(query);
        if (result.Total == 0) needs.Note(ThemeOf(query), query.CommuneInsee ?? result.CommuneInText ?? "");

        var answer = new Contract.SearchServicesResponse { TotalSize = result.Total, Widened = result.Widened };
        var (today, isPartner) = (Today, caller.Institution.Length > 0);
        answer.Hits.AddRange(result.Hits.Select(hit => HitMapper.ToMessage(hit, request.View, today, isPartner)));
        await NameHabilitationsAsync(answer.Hits, [.. result.Hits.Select(hit => query.Bonds.Habilitations.GetValueOrDefault(hit.Entry.Service.InstitutionId, []))], caller, context.CancellationToken);
        answer.Facets.AddRange(result.Facets.Select(FacetMapper.ToMessage));
        answer.Corrections.AddRange(result.Corrections.Select(correction => new Contract.Correction { Typed = correction.Typed, Read = correction.Read }));
        if (result.End is { } end) answer.NextPageToken = Paging.Token(question, end.Order.ToString(CultureInfo.InvariantCulture), end.ServiceId);
        return answer;
    }

    private async Task NameHabilitationsAsync(IEnumerable<Contract.SearchHit> hits, IReadOnlyList<IReadOnlyList<string>> required, Caller caller, CancellationToken cancellation)
    {
        if (required.All(codes => codes.Count == 0)) return;
        var held = await bonds.HeldByAsync(caller.Subject, cancellation);
        foreach (var (hit, codes) in hits.Zip(required))
        {
            hit.RequiredHabilitations.AddRange(codes);
            if (held is not null) hit.MissingHabilitations.AddRange(codes.Except(held, StringComparer.Ordinal));
        }
    }

    /// <summary>What was looked for, as a chargé de mission counts it: one theme, or the family asked for.</summary>
    private static string ThemeOf(SearchQuery query) => query.ThemeFamily ?? (query.Themes is [var first, ..] ? first : "");

    private static string QuestionOf(Contract.SearchServicesRequest request)
    {
        var filters = request.Clone();
        (filters.PageSize, filters.PageToken, filters.WithFacets, filters.View) = (0, "", false, default);
        return Convert.ToBase64String(filters.ToByteArray());
    }

    private SearchQuery ReadQuery(Contract.SearchServicesRequest request)
    {
        var violations = new Violations();
        if (!Enum.IsDefined(request.View)) violations.Add("view", "UNKNOWN_VALUE", "The value is not in the list.", "Cette présentation n'existe pas.");
        var text = violations.Optional("text", request.Text, TextLength);
        var (themes, family) = ReadThemes(request.Themes, violations);
        CheckCodes("publics", Vocabulary.Publics, request.Publics, "A public is not in data.inclusion v1.", "Un public n'est pas dans la liste.", violations);
        CheckCodes("fees", Vocabulary.Fees, request.Fees, "A fee is not in data.inclusion v1.", "Un type de frais n'est pas dans la liste.", violations);
        CheckCodes("types", Vocabulary.ServiceTypes, request.Types_, "A type is not in data.inclusion v1.", "Un type de service n'est pas dans la liste.", violations);
        CheckCodes("typologies", Vocabulary.Typologies, request.Typologies, "A typology is not in the shared list.", "Un type d'organisme n'est pas dans la liste.", violations);
        CheckCodes("accessibility", Vocabulary.Accessibility, request.Accessibility, "Not an accessibility code.", "Un type d'accessibilité n'est pas dans la liste.", violations);
        CheckCodes(
            "languages", Vocabulary.Languages, [.. request.Languages.Where(language => language != PreparedQuery.French)], "Not a language of the list, in ISO 639-1.",
            "Une langue n'est pas dans la liste.", violations);
        var point = ReadPlace(request, violations);
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
            RemoteOnly = request.RemoteOnly,
            OnSiteOnly = request.OnSiteOnly,
            AcceptsReferralsOnly = request.AcceptsReferralsOnly,
            Fees = request.Fees,
            OpenAt = request.OpenTime?.ToDateTimeOffset(),
            Languages = request.Languages,
            Accessibility = request.Accessibility,
            Typologies = request.Typologies,
            Types = request.Types_,
            WithRoomOnly = request.WithRoomOnly,
            InstitutionId = Filter(request.Institution, Names.Institutions, "institution"),
            ChangedAfter = request.UpdateAfterTime?.ToDateTimeOffset(),
            WithFacets = request.WithFacets,
        };
    }

    private GeoPoint? ReadPlace(Contract.SearchServicesRequest request, Violations violations)
    {
        if (request.Commune.Length > 0 && france.FindCommune(request.Commune) is null)
            violations.Add("commune", "UNKNOWN_COMMUNE", "No commune has this INSEE code.", "Cette commune n'existe pas : choisissez-la dans la liste.");
        var point = request.Position is { } position ? new GeoPoint(position.Latitude, position.Longitude) : (GeoPoint?)null;
        if (point is { IsOnEarth: false }) violations.Add("position", "OUT_OF_RANGE", "Not a position.", "Cette position n'existe pas.");
        if (request.RadiusMeters < 0) violations.Add("radius_meters", "OUT_OF_RANGE", "A radius is positive.", "La distance doit être positive.");
        if (request.RadiusMeters > 0 && point is null && request.Commune.Length == 0)
            violations.Add("radius_meters", "NEEDS_A_PLACE", "A radius needs a commune or a position.", "Indiquez une commune pour limiter la distance.");
        return point;
    }

    private static (IReadOnlyList<string> Themes, string? Family) ReadThemes(IReadOnlyList<string> asked, Violations violations)
    {
        // One family alone is a question of its own; mixed with themes it stands for all of its themes.
        if (asked is [var only] && Vocabulary.ThemeFamilies.IsKnown(only)) return ([], only);
        List<string> themes = [];
        foreach (var code in asked)
        {
            if (Vocabulary.Themes.IsKnown(code)) themes.Add(code);
            else if (Vocabulary.ThemeFamilies.IsKnown(code)) themes.AddRange(Vocabulary.Themes.Where(theme => theme.Family == code).Select(theme => theme.Code));
            else violations.Add("themes", "UNKNOWN_VALUE", "A theme or a family of themes is not in data.inclusion v1.", "Un thème n'est pas dans la liste.");
        }

        return (themes, null);
    }

    private static void CheckCodes<T>(string field, TermSet<T> terms, IReadOnlyCollection<string> codes, string problem, string sentence, Violations violations)
        where T : Term
    {
        if (!codes.All(terms.IsKnown)) violations.Add(field, "UNKNOWN_VALUE", problem, sentence);
    }
}
