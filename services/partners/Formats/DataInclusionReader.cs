using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>Records of data.inclusion v1 to records of the directory. A pure function of the record: an export relies on it.</summary>
internal sealed class DataInclusionReader(CommuneLookup communes)
{
    /// <summary>Stands for the institution until the import knows it.</summary>
    public const string NoInstitution = "--";

    public FileRecord Read(RawRecord raw)
    {
        var reading = new RecordReading(raw, ReadingStyle.DataInclusion, communes) { Record = raw.Fields.Find("id")?.Text ?? "" };
        if (raw.Problem is { } problem) reading.Refuse("", problem);
        else if (raw.Kind == RecordKind.Structure && Structure(reading) is { } structure) return Done(reading) with { Structure = structure };
        else if (raw.Kind == RecordKind.Service && Service(reading) is { } service) return Done(reading) with { Services = [service] };
        return Done(reading);
    }

    private static FileRecord Done(RecordReading reading) => new() { Line = reading.Line, Id = reading.Record, Remarks = reading.Remarks };

    private static Structure? Structure(RecordReading reading)
    {
        var origin = Origin(reading);
        var read = reading.Screen(new Structure
        {
            Id = DataInclusion.Inward(reading.Text("id") ?? ""),
            InstitutionId = NoInstitution,
            Name = reading.Text("nom") ?? "",
            Description = reading.Text("description"),
            Siret = reading.Text("siret"),
            Networks = reading.Codes("reseaux_porteurs", Vocabulary.Networks),
            Address = reading.Address(),
            Phone = reading.Phone("telephone"),
            Email = reading.Text("courriel"),
            Website = reading.Text("site_web"),
            OpeningHours = reading.Hours("horaires_accueil"),
            AccessibilityUrl = reading.Text("accessibilite_lieu"),
            Origin = origin,
        }, DataInclusion.StructureNames);
        return reading.Refused ? null : read with { Origin = read.Origin with { Kept = reading.Kept() } };
    }

    private static Service? Service(RecordReading reading)
    {
        var origin = Origin(reading);
        var address = reading.Address();
        var read = reading.Screen(new Service
        {
            Id = DataInclusion.Inward(reading.Text("id") ?? ""),
            StructureId = DataInclusion.Inward(reading.Text("structure_id") ?? ""),
            InstitutionId = NoInstitution,
            Name = reading.Text("nom") ?? "",
            Description = reading.Text("description") ?? "",
            Type = reading.Code("type", Vocabulary.ServiceTypes),
            Themes = reading.Codes("thematiques", Vocabulary.Themes),
            Publics = reading.Codes("publics", Vocabulary.Publics),
            PublicsDetails = reading.Text("publics_precisions"),
            AccessConditions = reading.Text("conditions_acces"),
            Fees = reading.Code("frais", Vocabulary.Fees),
            FeesDetails = reading.Text("frais_precisions"),
            ReceptionModes = reading.Codes("modes_accueil", Vocabulary.ReceptionModes),
            EligibilityZones = reading.Zones("zone_eligibilite"),
            MobilisationModes = reading.Codes("modes_mobilisation", Vocabulary.MobilisationModes),
            MobilisableBy = reading.Codes("mobilisable_par", Vocabulary.MobilisableBy),
            MobilisationLink = reading.Text("lien_mobilisation"),
            MobilisationDetails = reading.Text("mobilisation_precisions"),
            ContactName = reading.Text("contact_nom_prenom"),
            Phone = reading.Phone("telephone"),
            Email = reading.Text("courriel"),
            Address = address == Domain.Address.None ? null : address,
            OpeningHours = reading.Hours("horaires_accueil"),
            WeeklyHours = reading.Number("volume_horaire_hebdomadaire"),
            Weeks = reading.Whole("nombre_semaines"),
            Origin = origin,
        }, DataInclusion.ServiceNames);
        if (read.Address == Domain.Address.None) read = read with { Address = null };
        return reading.Refused ? null : read with { Origin = read.Origin with { Kept = reading.Kept() } };
    }

    // A record of ours that comes back stays ours: it has no source, and its freshness is what happened to it here.
    private static Origin Origin(RecordReading reading)
    {
        var (source, link, day) = (reading.Text("source"), reading.Text("lien_source"), reading.Day("date_maj"));
        if (source is null) reading.Refuse("source", ContentMessages.Violation("source", ContentMessages.Required));
        if (day is null) reading.Refuse("date_maj", ContentMessages.Violation("date_maj", ContentMessages.Required));
        return source == DataInclusion.OwnSource ? new() { Link = link } : new() { Source = source, Link = link, UpdatedOn = day };
    }
}
