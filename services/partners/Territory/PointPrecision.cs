namespace Reseau.Partners.Territory;

/// <summary>What a commune's point really is: its own, or an average of the known communes around it (good to about 10 km).</summary>
public enum PointPrecision
{
    None,
    Commune,
    Epci,
    Arrondissement,
}
