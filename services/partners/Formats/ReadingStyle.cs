namespace Reseau.Partners.Formats;

/// <summary>How a format writes values.</summary>
/// <param name="Prefix">What the names of its fields begin with once they are kept, e.g. <c>di:</c>.</param>
/// <param name="KeepsAll">Every field is kept as it was written, understood or not: the format says things that v1 has no word for.</param>
/// <param name="Lenient">Written by people: labels stand for codes, dates may be French, decimals may have a comma.</param>
internal sealed record ReadingStyle(string Prefix, bool KeepsAll, bool Lenient)
{
    public static readonly ReadingStyle DataInclusion = new("di:", KeepsAll: false, Lenient: false);
    public static readonly ReadingStyle Carto = new("carto:", KeepsAll: true, Lenient: false);
    public static readonly ReadingStyle Simple = new("csv:", KeepsAll: false, Lenient: true);

    /// <summary>What separates the items of a list written as one text. No vocabulary uses it.</summary>
    public const char ListSeparator = '|';
}
