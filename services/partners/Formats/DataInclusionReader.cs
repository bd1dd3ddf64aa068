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
        var service = ServiceFields.Read(reading, DataInclusion.Inward(reading.Text("id") ?? ""), DataInclusion.Inward(reading.Text("structure_id") ?? ""));
        var read = reading.Screen(service with
        {
            Address = address == Domain.Address.None ? null : address,
            OpeningHours = reading.Hours("horaires_accueil"),
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
