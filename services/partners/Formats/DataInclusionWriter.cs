using System.Globalization;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>
/// Records of the directory to data.inclusion v1: every field of the schema, null where there is nothing. What its source wrote and we
/// could not take is given back, unless somebody has since written something else here.
/// </summary>
internal sealed class DataInclusionWriter(CommuneLookup communes)
{
    private readonly DataInclusionReader _reader = new(communes);

    /// <param name="structure">The place.</param>
    /// <param name="updatedOn">The last day it was known to be true.</param>
    public RawFields Write(Structure structure, DateOnly updatedOn)
    {
        var isOurs = structure.Origin.Source is null;
        var fields = new RawFields()
            .Set("source", structure.Origin.Source ?? DataInclusion.OwnSource)
            .Set("id", DataInclusion.Outward(structure.Id, isOurs))
            .Set("nom", structure.Name)
            .Set("date_maj", updatedOn.ToString("O", CultureInfo.InvariantCulture))
            .Set("description", structure.Description)
            .Set("lien_source", structure.Origin.Link)
            .Set("siret", structure.Siret);
        Write(fields, structure.Address)
            .Set("telephone", structure.Phone)
            .Set("courriel", structure.Email)
            .Set("site_web", structure.Website)
            .Set("horaires_accueil", structure.OpeningHours)
            .Set("accessibilite_lieu", structure.AccessibilityUrl)
            .Set("reseaux_porteurs", structure.Networks);
        return KeptFields.Restore(fields, structure.Origin.Kept, ReadingStyle.DataInclusion, trial => Content(new(0, RecordKind.Structure, trial)));
    }

    /// <param name="record">The service.</param>
    /// <param name="place">The place that shows it.</param>
    public RawFields Write(ServiceRecord record, Structure place)
    {
        var service = record.Content;
        var isOurs = service.Origin.Source is null;
        var fields = new RawFields()
            .Set("source", service.Origin.Source ?? DataInclusion.OwnSource)
            .Set("structure_id", DataInclusion.Outward(place.Id, place.Origin.Source is null))
            .Set("id", DataInclusion.Outward(service.Id, isOurs))
            .Set("nom", service.Name)
            .Set("description", service.Description)
            .Set("date_maj", record.FreshOn.ToString("O", CultureInfo.InvariantCulture))
            .Set("lien_source", service.Origin.Link);
        ServiceFields.Write(fields, service);
        // Others expect the address on the service; a foreign record is given back as it came.
        Write(fields, service.Address ?? (isOurs || service.Origin.Source == CartoReader.Source ? place.Address : Address.None))
            .Set("horaires_accueil", service.OpeningHours)
            .Set("volume_horaire_hebdomadaire", RawValue.Of(service.WeeklyHours))
            .Set("nombre_semaines", RawValue.Of(service.Weeks));
        return KeptFields.Restore(fields, service.Origin.Kept, ReadingStyle.DataInclusion, trial => Content(new(0, RecordKind.Service, trial)));
    }

    private static RawFields Write(RawFields fields, Address address) => fields
        .Set("commune", address.CommuneName)
        .Set("code_postal", address.PostalCode)
        .Set("code_insee", address.CommuneInsee)
        .Set("adresse", address.Line)
        .Set("complement_adresse", address.Complement)
        .Set("longitude", RawValue.Of(address.Point?.Longitude))
        .Set("latitude", RawValue.Of(address.Point?.Latitude));

    private object? Content(RawRecord raw)
    {
        var read = _reader.Read(raw);
        if (read.Structure is { } structure) return structure with { Origin = structure.Origin with { Kept = [] } };
        return read.Services is [var service] ? service with { Origin = service.Origin with { Kept = [] } } : null;
    }
}
