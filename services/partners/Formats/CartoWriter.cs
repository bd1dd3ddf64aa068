using System.Globalization;
using Reseau.Kernel;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>
/// Places of the directory to the national map. A place that came from there and did not change is given back as it was; another is
/// said in the map's words, with what was kept wherever it still says the same. A place without digital service is none of the map's.
/// </summary>
internal sealed class CartoWriter(CommuneLookup communes)
{
    /// <summary>The map's fields, in its order.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "id", "nom", "services", "pivot", "typologie", "structure_parente", "commune", "code_postal", "adresse", "code_insee", "complement_adresse", "latitude",
        "longitude", "telephone", "courriels", "site_web", "presentation_resume", "presentation_detail", "publics_specifiquement_adresses",
        "prise_en_charge_specifique", "frais_a_charge", "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "itinerance",
        "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "horaires", "prise_rdv", "date_maj", "source",
    ];

    private readonly CartoReader _reader = new(communes);

    /// <param name="place">The place.</param>
    /// <param name="services">Its published services.</param>
    /// <param name="updatedOn">The last day it was known to be true.</param>
    /// <returns>The place, or null.</returns>
    public RawFields? Write(Structure place, IReadOnlyList<Service> services, DateOnly updatedOn)
    {
        var original = new RawFields();
        foreach (var (name, value) in KeptFields.Of(place.Origin.Kept, ReadingStyle.Carto)) original.Set(name, value);
        if (original.All.Count > 0 && SaysTheSame(original, place, services)) return InOrder(original);
        return Said(place, services, updatedOn) is { } said
            ? InOrder(KeptFields.Restore(said, place.Origin.Kept, ReadingStyle.Carto, trial => Content(_reader.Read(new(0, RecordKind.Place, trial)))))
            : null;
    }

    private static RawFields? Said(Structure place, IReadOnlyList<Service> services, DateOnly updatedOn)
    {
        var labels = services.SelectMany(CartoWords.LabelsOf).Distinct(StringComparer.Ordinal).ToList();
        if (labels.Count == 0) return null;
        var digital = services.Where(service => CartoWords.LabelsOf(service).Any()).ToList();
        var id = place.Origin.Source == CartoReader.Source ? place.Id[(CartoReader.Source.Length + 2)..] : DataInclusion.Outward(place.Id, place.Origin.Source is null);
        return new RawFields()
            .Set("id", id)
            .Set("nom", place.Name)
            .Joined("services", CartoWords.InOrder(labels))
            .Set("pivot", place.Siret ?? CartoReader.NoPivot)
            .Joined("typologie", CartoWords.TypologyOf(place))
            .Set("commune", place.Address.CommuneName)
            .Set("code_postal", place.Address.PostalCode)
            .Set("adresse", place.Address.Line)
            .Set("code_insee", place.Address.CommuneInsee)
            .Set("complement_adresse", place.Address.Complement)
            .Set("latitude", RawValue.Of(place.Address.Point?.Latitude))
            .Set("longitude", RawValue.Of(place.Address.Point?.Longitude))
            .Set("telephone", place.Phone)
            .Set("courriels", place.Email)
            .Set("site_web", place.Website)
            .Set("presentation_detail", place.Description)
            .Joined("publics_specifiquement_adresses", CartoCrosswalk.LabelsOf(CartoCrosswalk.Publics, digital.SelectMany(service => service.Publics)))
            .Joined("prise_en_charge_specifique", CartoWords.SpecialOf(place, digital))
            .Joined("frais_a_charge", CartoWords.FeesOf(digital))
            .Joined("modalites_acces", CartoWords.AccessOf(digital))
            .Joined("modalites_accompagnement", CartoWords.AccompanimentOf(digital))
            .Set("fiche_acces_libre", place.AccessibilityUrl)
            .Joined("dispositif_programmes_nationaux", CartoCrosswalk.LabelsOf(CartoCrosswalk.Programmes, place.Networks))
            .Joined("formations_labels", CartoCrosswalk.LabelsOf(CartoCrosswalk.Labels, place.Networks))
            .Set("horaires", place.OpeningHours)
            .Set("prise_rdv", digital.Select(service => service.MobilisationLink).FirstOrDefault(link => link is not null))
            .Set("date_maj", updatedOn.ToString("O", CultureInfo.InvariantCulture))
            .Set("source", place.Origin.Source ?? DataInclusion.OwnSource);
    }

    private bool SaysTheSame(RawFields original, Structure place, IReadOnlyList<Service> services)
    {
        var read = _reader.Read(new(0, RecordKind.Place, original));
        return Equals(Content(read), Content(place, services));
    }

    private static (Structure? Place, ValueList<Service> Services) Content(FileRecord read) => Content(read.Structure, read.Services);

    // Without what the map has no word for, and what belongs to the directory alone.
    private static (Structure? Place, ValueList<Service> Services) Content(Structure? place, IReadOnlyList<Service> services) =>
    (
        place is null ? null : place with { InstitutionId = "", PublicComputers = 0, Facilitators = 0, Origin = place.Origin with { Kept = [] } },
        [
            .. services.OrderBy(service => service.Id, StringComparer.Ordinal).Select(service => service with
            {
                InstitutionId = "", AcceptsReferrals = false, Contacts = [], Origin = service.Origin with { Kept = [] },
            }),
        ]
    );

    private static RawFields InOrder(RawFields fields)
    {
        var ordered = new RawFields();
        foreach (var column in Columns)
        {
            if (fields.Find(column) is { } value) ordered.Set(column, value);
        }

        foreach (var (name, value) in fields.All)
        {
            if (ordered.Find(name) is null) ordered.Set(name, value);
        }

        return ordered;
    }
}
