namespace Reseau.Partners.Formats;

/// <summary>What a value of a file is.</summary>
internal enum RawKind
{
    /// <summary>Nothing: null, or an empty cell.</summary>
    Nothing = 1,
    Text = 2,
    Number = 3,
    List = 4,

    /// <summary>Anything else JSON can say.</summary>
    Json = 5,
}
