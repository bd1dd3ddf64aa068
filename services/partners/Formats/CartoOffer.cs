namespace Reseau.Partners.Formats;

/// <summary>
/// One service made of a place of the national map: the map's labels of one need together, under one of v1's four digital themes. A person
/// who looks for one need so finds each place once, with a name and a theme that answer it.
/// </summary>
/// <param name="Suffix">What follows the place's id in the service's.</param>
/// <param name="Name">Name of the service.</param>
/// <param name="Type">v1 type; null: it depends on how the place accompanies.</param>
/// <param name="Labels">The map's labels, each with its themes; the first one is what a service typed here becomes.</param>
internal sealed record CartoOffer(string Suffix, string Name, string? Type, params (string Label, string[] Themes)[] Labels);
