using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>
/// What a service says under the names of data.inclusion v1, which Réseau's own table shares: one list for all who read or write either.
/// Ids, origin, address and opening hours are not in it, because each format has its own way with them.
/// </summary>
internal static class ServiceFields
{
    /// <summary>Fields as the rules of content call them, then as the files do, where the two differ.</summary>
    public static IReadOnlyList<(string Field, string Name)> Names { get; } =
    [
        ("themes", "thematiques"), ("publics_details", "publics_precisions"), ("access_conditions", "conditions_acces"), ("fees", "frais"),
        ("fees_details", "frais_precisions"), ("reception_modes", "modes_accueil"), ("eligibility_zones", "zone_eligibilite"),
        ("mobilisation_modes", "modes_mobilisation"), ("mobilisable_by", "mobilisable_par"), ("mobilisation_link", "lien_mobilisation"),
        ("mobilisation_details", "mobilisation_precisions"), ("contact_name", "contact_nom_prenom"), ("weekly_hours", "volume_horaire_hebdomadaire"),
        ("weeks", "nombre_semaines"),
    ];

    public static Service Read(RecordReading reading, string id, string structureId) => new()
    {
        Id = id,
        StructureId = structureId,
        InstitutionId = DataInclusionReader.NoInstitution,
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
        WeeklyHours = reading.Number("volume_horaire_hebdomadaire"),
        Weeks = reading.Whole("nombre_semaines"),
    };

    /// <summary>From its type to its e-mail; what stands before and after, in the order of the schema, is each format's.</summary>
    public static RawFields Write(RawFields fields, Service service) => fields
        .Set("type", service.Type)
        .Set("thematiques", service.Themes)
        .Set("publics", service.Publics)
        .Set("publics_precisions", service.PublicsDetails)
        .Set("conditions_acces", service.AccessConditions)
        .Set("frais", service.Fees)
        .Set("frais_precisions", service.FeesDetails)
        .Set("modes_accueil", service.ReceptionModes)
        .Set("zone_eligibilite", service.EligibilityZones)
        .Set("modes_mobilisation", service.MobilisationModes)
        .Set("mobilisable_par", service.MobilisableBy)
        .Set("lien_mobilisation", service.MobilisationLink)
        .Set("mobilisation_precisions", service.MobilisationDetails)
        .Set("contact_nom_prenom", service.ContactName)
        .Set("telephone", service.Phone)
        .Set("courriel", service.Email);
}
