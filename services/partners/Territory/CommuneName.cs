namespace Reseau.Partners.Territory;

/// <summary>Folds a commune's name, or what a person types of it, to what both have in common: "Saint-Éloi", "st eloi" and "SAINT ELOI" give "saint eloi".</summary>
internal static class CommuneName
{
    public static string Fold(string name)
    {
        var words = PlainLetters.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = words[i] switch { "st" => "saint", "ste" => "sainte", var word => word };
        }

        return string.Join(' ', words);
    }
}
