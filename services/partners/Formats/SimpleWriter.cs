using System.Globalization;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>Services of the directory to lines of Réseau's own table, each with its place.</summary>
internal sealed class SimpleWriter(CommuneLookup communes)
{
    private readonly SimpleReader _reader = new(communes, "");

    public RawFields Write(ServiceRecord record, Structure place)
    {
        var service = record.Content;
        var fields = new RawFields()
            .Set("id", service.Id)
            .Set("nom", service.Name)
            .Set("description", service.Description);
        ServiceFields.Write(fields, service)
            .Set("horaires", service.OpeningHours)
            .Set("langues", service.Languages)
            .Set("orientations", service.AcceptsReferrals ? "oui" : "non")
            .Set("volume_horaire_hebdomadaire", RawValue.Of(service.WeeklyHours))
            .Set("nombre_semaines", RawValue.Of(service.Weeks));
        WritePlace(fields, place)
            .Set("source", service.Origin.Source)
            .Set("date_maj", record.FreshOn.ToString("O", CultureInfo.InvariantCulture));
        return KeptFields.Restore(fields, service.Origin.Kept, ReadingStyle.Simple, trial => Content(_reader.Read(new(0, RecordKind.Place, trial))));
    }

    private static RawFields WritePlace(RawFields fields, Structure place) => fields
        .Set("lieu_id", place.Id)
        .Set("lieu_nom", place.Name)
        .Set("lieu_description", place.Description)
        .Set("adresse", place.Address.Line)
        .Set("complement_adresse", place.Address.Complement)
        .Set("code_postal", place.Address.PostalCode)
        .Set("commune", place.Address.CommuneName)
        .Set("code_insee", place.Address.CommuneInsee)
        .Set("latitude", RawValue.Of(place.Address.Point?.Latitude))
        .Set("longitude", RawValue.Of(place.Address.Point?.Longitude))
        .Set("lieu_telephone", place.Phone)
        .Set("lieu_courriel", place.Email)
        .Set("lieu_site", place.Website)
        .Set("lieu_horaires", place.OpeningHours)
        .Set("lieu_accessibilite", place.AccessibilityUrl)
        .Set("siret", place.Siret)
        .Set("typologie", place.Typology)
        .Set("reseaux", place.Networks)
        .Set("accessibilite", place.Accessibility)
        .Set("ordinateurs", RawValue.Of(place.PublicComputers))
        .Set("aidants", RawValue.Of(place.Facilitators));

    private static (Structure? Place, Service? Service) Content(FileRecord read) => (read.Structure, read.Services is [var service] ? service with { Origin = service.Origin with { Kept = [] } } : null);
}
