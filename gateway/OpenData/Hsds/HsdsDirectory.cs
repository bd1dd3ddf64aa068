using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Reseau.Partners.V1;

namespace Reseau.Gateway.OpenData.Hsds;

/// <summary>The questions of HSDS, asked of the directory as anybody may ask them.</summary>
public sealed class HsdsDirectory(PartnersService.PartnersServiceClient partners)
{
    private Task<GetVocabulariesResponse>? _vocabularies;

    /// <summary>Services, by words or theme when asked, else by name.</summary>
    public async Task<HsdsPart> ServicesAsync(ServiceFilter filter, int skip, int size, CancellationToken stopping)
    {
        var institution = await InstitutionNameAsync(filter.OrganizationId, stopping);
        if (institution is null || (filter.TaxonomyId.Length > 0 && filter.TaxonomyId != HsdsMapper.TaxonomyId(HsdsMapper.Themes))) return new([], 0);
        var theme = filter.TermId.Length == 0 ? null : await ThemeAsync(filter.TermId, stopping);
        if (filter.TermId.Length > 0 && theme is null) return new([], 0);
        var after = filter.ModifiedAfter is { } since ? Timestamp.FromDateTimeOffset(since) : null;
        var mapper = await MapperAsync(stopping);

        if (filter.Search.Length == 0 && theme is null)
        {
            var page = await partners.ListServicesAsync(
                new() { Institution = institution, UpdateAfterTime = after, Skip = skip, PageSize = size }, cancellationToken: stopping);
            return new([.. await Task.WhenAll(page.Services.Select(service => WriteAsync(service, null)))], page.TotalSize);
        }

        var question = new SearchServicesRequest { Text = filter.Search, Institution = institution, UpdateAfterTime = after, Skip = skip, PageSize = size };
        if (theme is not null) question.Themes.Add(theme);
        var found = await partners.SearchServicesAsync(question, cancellationToken: stopping);
        return new([.. await Task.WhenAll(found.Hits.Select(hit => WriteAsync(hit.Service, hit.Structure)))], found.TotalSize);

        async Task<JsonObject> WriteAsync(Service service, Structure? place)
        {
            if (filter.Minimal) return HsdsMapper.Minimal(service);
            return filter.Full ? await FullAsync(mapper, service, place, stopping) : mapper.Service(service, null, null);
        }
    }

    /// <summary>One service, with everything around it.</summary>
    public async Task<JsonObject> ServiceAsync(string id, CancellationToken stopping)
    {
        var service = await partners.GetServiceAsync(new() { Name = $"services/{id}" }, cancellationToken: stopping);
        return await FullAsync(await MapperAsync(stopping), service, null, stopping);
    }

    /// <summary>Institutions, by name.</summary>
    public async Task<HsdsPart> OrganizationsAsync(ServiceFilter filter, int skip, int size, CancellationToken stopping)
    {
        var mapper = await MapperAsync(stopping);
        var page = await partners.ListInstitutionsAsync(new() { Skip = skip, PageSize = size }, cancellationToken: stopping);
        return new([.. page.Institutions.Select(mapper.Organization)], page.TotalSize);
    }

    /// <summary>One institution.</summary>
    public async Task<JsonObject> OrganizationAsync(string id, CancellationToken stopping) =>
        (await MapperAsync(stopping)).Organization(await partners.GetInstitutionAsync(new() { Name = $"institutions/{id}" }, cancellationToken: stopping));

    /// <summary>Places, by name.</summary>
    public async Task<HsdsPart> LocationsAsync(ServiceFilter filter, int skip, int size, CancellationToken stopping)
    {
        if (await InstitutionNameAsync(filter.OrganizationId, stopping) is not { } institution) return new([], 0);
        var mapper = await MapperAsync(stopping);
        var page = await partners.ListStructuresAsync(new() { Institution = institution, Skip = skip, PageSize = size }, cancellationToken: stopping);
        return new([.. page.Structures.Select(mapper.Location)], page.TotalSize);
    }

    /// <summary>One place.</summary>
    public async Task<JsonObject> LocationAsync(string id, CancellationToken stopping) =>
        (await MapperAsync(stopping)).Location(await partners.GetStructureAsync(new() { Name = $"structures/{id}" }, cancellationToken: stopping));

    /// <summary>Vocabularies.</summary>
    public async Task<HsdsPart> TaxonomiesAsync(ServiceFilter filter, int skip, int size, CancellationToken stopping) =>
        Part((await VocabulariesAsync(stopping)).Vocabularies.Select(HsdsMapper.Taxonomy), skip, size);

    /// <summary>One vocabulary; null when there is none.</summary>
    public async Task<JsonObject?> TaxonomyAsync(string id, CancellationToken stopping) =>
        (await VocabulariesAsync(stopping)).Vocabularies.Where(vocabulary => HsdsMapper.TaxonomyId(vocabulary.Code) == id).Select(HsdsMapper.Taxonomy).SingleOrDefault();

    /// <summary>Terms of all vocabularies.</summary>
    public async Task<HsdsPart> TermsAsync(ServiceFilter filter, int skip, int size, CancellationToken stopping)
    {
        var terms = from vocabulary in (await VocabulariesAsync(stopping)).Vocabularies
                    where filter.TaxonomyId.Length == 0 || HsdsMapper.TaxonomyId(vocabulary.Code) == filter.TaxonomyId
                    from term in vocabulary.Terms
                    where !filter.TopOnly || term.Parent.Length == 0
                    where filter.ParentId.Length == 0 || (term.Parent.Length > 0 && HsdsMapper.TermId(vocabulary.Code, term.Parent) == filter.ParentId)
                    where filter.Search.Length == 0 || CultureInfo.InvariantCulture.CompareInfo.IndexOf(term.Label, filter.Search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0
                    select HsdsMapper.Term(vocabulary, term);
        return Part(terms, skip, size);
    }

    /// <summary>One term; null when there is none.</summary>
    public async Task<JsonObject?> TermAsync(string id, CancellationToken stopping) =>
        (from vocabulary in (await VocabulariesAsync(stopping)).Vocabularies
         from term in vocabulary.Terms
         where HsdsMapper.TermId(vocabulary.Code, term.Code) == id
         select HsdsMapper.Term(vocabulary, term)).SingleOrDefault();

    private static HsdsPart Part(IEnumerable<JsonObject> all, int skip, int size)
    {
        var records = all.ToList();
        return new([.. records.Skip(skip).Take(size)], records.Count);
    }

    private async Task<JsonObject> FullAsync(HsdsMapper mapper, Service service, Structure? place, CancellationToken stopping)
    {
        place ??= await partners.GetStructureAsync(new() { Name = service.Structure }, cancellationToken: stopping);
        return mapper.Service(service, place, await partners.GetInstitutionAsync(new() { Name = service.Institution }, cancellationToken: stopping));
    }

    /// <summary>The institution an id stands for; empty for all, null when there is none.</summary>
    private async Task<string?> InstitutionNameAsync(string id, CancellationToken stopping)
    {
        if (id.Length == 0) return "";
        try
        {
            return (await partners.GetInstitutionAsync(new() { Name = $"institutions/{id}" }, cancellationToken: stopping)).Name;
        }
        catch (Grpc.Core.RpcException refused) when (refused.StatusCode is Grpc.Core.StatusCode.NotFound or Grpc.Core.StatusCode.InvalidArgument)
        {
            return null;
        }
    }

    private async Task<string?> ThemeAsync(string termId, CancellationToken stopping) =>
        (await VocabulariesAsync(stopping)).Vocabularies.Single(vocabulary => vocabulary.Code == HsdsMapper.Themes)
            .Terms.SingleOrDefault(term => HsdsMapper.TermId(HsdsMapper.Themes, term.Code) == termId)?.Code;

    private async Task<HsdsMapper> MapperAsync(CancellationToken stopping) => new(await VocabulariesAsync(stopping));

    // They change with a version of Réseau only. A question that failed is asked again.
    private Task<GetVocabulariesResponse> VocabulariesAsync(CancellationToken stopping)
    {
        if (_vocabularies is { IsFaulted: false, IsCanceled: false } known) return known.WaitAsync(stopping);
        return _vocabularies = partners.GetVocabulariesAsync(new(), cancellationToken: CancellationToken.None).ResponseAsync;
    }
}
