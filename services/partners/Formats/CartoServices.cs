using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>What a place of the national map offers: up to four services, one for each need.</summary>
internal sealed class CartoServices(RecordReading reading, Structure place)
{
    private static readonly IReadOnlyList<CartoTerm> Labels =
        [.. CartoCrosswalk.Offers.SelectMany(offer => offer.Labels, (_, label) => new CartoTerm(label.Label, label.Themes[0]))];

    /// <summary>The ids of all services that a place may have.</summary>
    public static IEnumerable<string> Ids(string place) => CartoCrosswalk.Offers.Select(offer => Id(place, offer));

    public static string Id(string place, CartoOffer offer) => $"{place}--{offer.Suffix}";

    public IReadOnlyList<Service> Read()
    {
        var labels = List("services", Labels);
        var access = List("modalites_acces", CartoCrosswalk.Access);
        var accompaniment = List("modalites_accompagnement", CartoCrosswalk.Accompaniment);
        var fees = List("frais_a_charge", CartoCrosswalk.Fees);
        var publics = CartoCrosswalk.Codes(CartoCrosswalk.Publics, List("publics_specifiquement_adresses", CartoCrosswalk.Publics));
        var special = List("prise_en_charge_specifique", CartoCrosswalk.Accessibility);
        List("itinerance", CartoCrosswalk.Roaming);
        var link = reading.Text("prise_rdv");
        if (labels.Count == 0) reading.Aside("services", FileMessages.NoService);

        return
        [
            .. from offer in CartoCrosswalk.Offers
               let own = offer.Labels.Where(label => labels.Contains(label.Label, StringComparer.Ordinal)).ToList()
               where own.Count > 0
               select new Service
               {
                   Id = Id(place.Id, offer),
                   StructureId = place.Id,
                   InstitutionId = place.InstitutionId,
                   Name = offer.Name,
                   Description = $"Ce lieu propose : {string.Join(", ", own.Select(label => label.Label))}.",
                   Type = offer.Type ?? TypeOf(accompaniment),
                   Themes = [.. own.SelectMany(label => label.Themes).Distinct(StringComparer.Ordinal)],
                   // The map names those whom a place addresses in particular: without any, it is for everyone.
                   Publics = publics.Count == 0 ? [Vocabulary.Everyone] : publics,
                   PublicsDetails = special.Contains(CartoCrosswalk.ForeignLanguages, StringComparer.Ordinal) ? "On y parle des langues étrangères." : null,
                   Fees = FeesOf(fees),
                   FeesDetails = DetailsOf(fees),
                   ReceptionModes = ReceptionOf(accompaniment, access),
                   MobilisationModes = CartoCrosswalk.Codes(CartoCrosswalk.Access, access),
                   MobilisableBy = WhoOf(access),
                   MobilisationLink = link,
                   Phone = place.Phone,
                   Email = place.Email,
                   Languages = CartoCrosswalk.Codes(CartoCrosswalk.Languages, special),
                   Origin = new() { Source = CartoReader.Source, UpdatedOn = place.Origin.UpdatedOn },
               },
        ];
    }

    private static string TypeOf(IReadOnlyList<string> accompaniment) =>
        accompaniment.Contains(CartoCrosswalk.Workshop, StringComparer.Ordinal) && !accompaniment.Contains(CartoCrosswalk.OneToOne, StringComparer.Ordinal)
            ? "atelier"
            : "accompagnement";

    private static string? FeesOf(IReadOnlyList<string> fees) => fees.Count == 0 ? null : fees is ["Gratuit"] ? "gratuit" : "payant";

    private static string? DetailsOf(IReadOnlyList<string> fees) =>
        fees.Count > 1 ? $"Selon les cas : {string.Join(", ", fees).ToLowerInvariant()}." : fees is [CartoCrosswalk.FreeUnderCondition] ? $"{CartoCrosswalk.FreeUnderCondition}." : null;

    private static CodeList ReceptionOf(IReadOnlyList<string> accompaniment, IReadOnlyList<string> access)
    {
        var modes = CartoCrosswalk.Codes(CartoCrosswalk.Accompaniment, accompaniment);
        return access.Contains(CartoCrosswalk.NoPublic, StringComparer.Ordinal) ? [.. modes.Where(mode => mode != Vocabulary.OnSite)] : modes;
    }

    private static CodeList WhoOf(IReadOnlyList<string> access)
    {
        var ways = access.Where(way => way != CartoCrosswalk.NoPublic).ToList();
        if (ways.Count == 0) return [];
        return ways.TrueForAll(way => way == CartoCrosswalk.Prescription) ? ["professionnels"] : ["usagers", "professionnels"];
    }

    private IReadOnlyList<string> List(string field, IReadOnlyList<CartoTerm> terms) =>
        reading.Distinct(field, label => CartoReader.Label(reading, field, terms, label));
}
