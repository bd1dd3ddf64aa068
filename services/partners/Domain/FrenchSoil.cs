using Reseau.Partners.Territory;

namespace Reseau.Partners.Domain;

/// <summary>
/// Boxes around France, overseas included. They catch what really happens in directories (0,0; latitude and longitude swapped; a foreign
/// homonym), and forgive a border village: they are no boundary.
/// </summary>
public static class FrenchSoil
{
    private static readonly (double South, double North, double West, double East)[] Boxes =
    [
        (41.2, 51.2, -5.3, 9.7),        // metropolitan France, Corsica included
        (15.7, 16.6, -61.9, -60.9),     // Guadeloupe
        (14.3, 15.0, -61.3, -60.7),     // Martinique
        (2.0, 5.9, -54.7, -51.5),       // Guyane
        (-21.5, -20.8, 55.1, 55.9),     // La Réunion
        (-13.1, -12.5, 44.9, 45.4),     // Mayotte
        (46.6, 47.2, -56.6, -56.0),     // Saint-Pierre-et-Miquelon
        (17.8, 18.2, -63.2, -62.7),     // Saint-Martin and Saint-Barthélemy
        (-14.5, -13.1, -178.3, -176.0), // Wallis-et-Futuna
        (-28.0, -7.5, -155.0, -134.0),  // Polynésie française
        (-23.0, -17.5, 158.0, 172.5),   // Nouvelle-Calédonie
        (-50.0, -37.0, 50.0, 78.0),     // Terres australes
    ];

    public static bool Contains(GeoPoint point) => Boxes.Any(box =>
        point.Latitude >= box.South && point.Latitude <= box.North && point.Longitude >= box.West && point.Longitude <= box.East);

    /// <summary>The point is abroad, and would not be if its two numbers were exchanged.</summary>
    public static bool LooksSwapped(GeoPoint point) => !Contains(point) && Contains(new(point.Longitude, point.Latitude));
}
