using System.Globalization;

namespace Reseau.Partners.Territory;

/// <summary>The "arrondissements municipaux" of Paris, Lyon and Marseille: they have INSEE codes of their own but are not communes.</summary>
internal static class MunicipalDistrict
{
    public static string CityOf(string insee) =>
        !int.TryParse(insee, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? insee : code switch
        {
            >= 75101 and <= 75120 => "75056",
            >= 69381 and <= 69389 => "69123",
            >= 13201 and <= 13216 => "13055",
            _ => insee,
        };
}
