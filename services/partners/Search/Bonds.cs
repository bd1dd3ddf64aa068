using System.Collections.ObjectModel;

namespace Reseau.Partners.Search;

/// <summary>What conventions mean for whoever searches.</summary>
/// <param name="Bound">Institutions that a convention in force binds to the searcher's, with its last day; null = no end.</param>
/// <param name="Stopped">Institutions to which nothing may be sent now.</param>
/// <param name="OnlyBound">Whether nothing may be sent to anybody else.</param>
public sealed record Bonds(IReadOnlyDictionary<string, DateOnly?> Bound, IReadOnlySet<string> Stopped, bool OnlyBound)
{
    /// <summary>Habilitations that those conventions ask of whoever sends, by institution; without those that ask for none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Habilitations { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Nothing was signed, in an open network; also whoever shows no token.</summary>
    public static Bonds None { get; } = new(new Dictionary<string, DateOnly?>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), OnlyBound: false);
}
