namespace Reseau.Kernel.Calendar;

/// <summary>Time zones of the French départements and collectivities.</summary>
public static class FrenchTime
{
    /// <summary>The zone of a place; Europe/Paris when the code is not known.</summary>
    /// <param name="departement">Code such as 35, 2A or 974, or the INSEE code of a commune.</param>
    public static TimeZoneInfo ZoneOf(string? departement) => TimeZoneInfo.FindSystemTimeZoneById(ZoneIdOf(departement));

    /// <summary>The IANA name of that zone.</summary>
    /// <param name="departement">Code such as 35, 2A or 974, or the INSEE code of a commune.</param>
    public static string ZoneIdOf(string? departement) => Departement(departement) switch
    {
        // Saint-Barthélemy and Saint-Martin keep the hour of Guadeloupe; reduced zone files lack their own names.
        "971" or "977" or "978" => "America/Guadeloupe",
        "972" => "America/Martinique",
        "973" => "America/Cayenne",
        "974" => "Indian/Reunion",
        "975" => "America/Miquelon",
        "976" => "Indian/Mayotte",
        "986" => "Pacific/Wallis",
        "987" => "Pacific/Tahiti",
        "988" => "Pacific/Noumea",
        _ => "Europe/Paris",
    };

    /// <summary>The code of a département, be it given alone or at the head of the INSEE code of a commune.</summary>
    public static string Departement(string? code) => code switch
    {
        null => "",
        ['9', '7' or '8', _, ..] => code[..3],
        [_, _, _, ..] => code[..2],
        _ => code,
    };
}
