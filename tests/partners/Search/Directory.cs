using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Tests.Search;

/// <summary>A small directory built in words: places in real communes, services named by what they do.</summary>
internal sealed class Directory
{
    public const string Rennes = "35238";
    public const string Bruz = "35047";
    public const string Laval = "53130";
    public const string Landerneau = "29103";
    public const string LeMans = "72181";

    public const string Procedures = "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives";
    public const string Rights = "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits";
    public const string DigitalBasics = "numerique--maitriser-les-fondamentaux-du-numerique";
    public const string Equipment = "numerique--acquerir-un-equipement";

    public DirectoryIndex Index { get; } = new(France.Shared);

    public static Service Service(string id, string commune = Rennes) => new()
    {
        Id = id,
        StructureId = $"place-{commune}",
        InstitutionId = "ville",
        Name = "Permanence",
        Description = "Ouvert le matin.",
    };

    public Directory With(params Service[] services)
    {
        var places = services.Select(service => service.StructureId).Distinct(StringComparer.Ordinal).Select(id => Place(id["place-".Length..]));
        Index.Apply(
        [
            .. services.Select(service => service.InstitutionId).Append("ville").Distinct(StringComparer.Ordinal).Select(id => new InstitutionRegistered(new() { Id = id, Name = id == "ville" ? "Ville" : id, Typology = "MUNI" })),
            .. places.Select(place => new StructurePublished(place)),
            .. services.Select(service => new ServicePublished(service)),
        ]);
        return this;
    }

    public SearchResult Search(SearchQuery query) => Index.Search(query);

    public IEnumerable<string> Ids(SearchQuery query) => Search(query).Hits.Select(hit => hit.ServiceId);

    public static Structure Place(string commune)
    {
        var known = France.Shared.FindCommune(commune)!;
        return new()
        {
            Id = $"place-{commune}",
            InstitutionId = "ville",
            Name = "Maison commune",
            Address = new() { PostalCode = known.PostalCodes[0], CommuneName = known.Name, CommuneInsee = commune },
        };
    }
}
