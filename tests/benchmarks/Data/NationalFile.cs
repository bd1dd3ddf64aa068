using System.Text.Json;
using System.Text.Json.Serialization;
using Reseau.Partners.Domain;

namespace Reseau.Benchmarks.Data;

/// <summary>Services as a file of data.inclusion v1, one record a line: each place, then what it gives.</summary>
internal static class NationalFile
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Pieces of about 256 KiB, each of whole lines.</summary>
    public static IEnumerable<byte[]> Pieces(IEnumerable<MadeService> services)
    {
        using var piece = new MemoryStream();
        foreach (var line in Lines(services))
        {
            piece.Write(line);
            piece.WriteByte((byte)'\n');
            if (piece.Length < 256 * 1024) continue;
            yield return piece.ToArray();
            piece.SetLength(0);
        }

        if (piece.Length > 0) yield return piece.ToArray();
    }

    private static IEnumerable<byte[]> Lines(IEnumerable<MadeService> services)
    {
        foreach (var made in services)
        {
            if (made.First) yield return Line(made.Place.Structure);
            yield return Line(made.Service);
        }
    }

    private static byte[] Line(Structure place) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        source = "banc-d-essai",
        id = place.Id,
        nom = place.Name,
        date_maj = "2026-09-01",
        description = place.Description,
        siret = place.Siret,
        commune = place.Address.CommuneName,
        code_postal = place.Address.PostalCode,
        code_insee = place.Address.CommuneInsee,
        adresse = place.Address.Line,
        longitude = place.Address.Point?.Longitude,
        latitude = place.Address.Point?.Latitude,
        telephone = place.Phone,
        courriel = place.Email,
        site_web = place.Website,
        horaires_accueil = place.OpeningHours,
    }, Json);

    private static byte[] Line(Service service) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        source = "banc-d-essai",
        structure_id = service.StructureId,
        id = service.Id,
        nom = service.Name,
        description = service.Description,
        date_maj = service.Origin.UpdatedOn,
        type = service.Type,
        thematiques = service.Themes,
        publics = service.Publics,
        conditions_acces = service.AccessConditions,
        frais = service.Fees,
        modes_accueil = service.ReceptionModes,
        zone_eligibilite = service.EligibilityZones,
        modes_mobilisation = service.MobilisationModes,
        mobilisable_par = service.MobilisableBy,
        telephone = service.Phone,
        courriel = service.Email,
    }, Json);
}
