using System.Text.Json.Nodes;

namespace Reseau.Conventions.Signing;

/// <summary>
/// What happened to a convention, each entry holding the hash of the one before it: none can be changed, left out, added or moved without
/// every later one changing. The hash of the last entry is the convention's <see cref="Code"/>. Whoever noted it at any time can tell later
/// whether what came before was written anew, which no journal can tell of itself.
/// </summary>
public sealed class Journal
{
    /// <summary>What the first entry names in place of a hash.</summary>
    public static readonly string Origin = new('0', 64);

    private Journal(string convention, IReadOnlyList<JournalEntry> entries)
    {
        Convention = convention;
        Entries = entries;
    }

    /// <summary><c>conventions/{convention}</c>.</summary>
    public string Convention { get; }

    /// <summary>The entries, the first one first.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; }

    /// <summary>Verification code: the hash of the last entry.</summary>
    public string Code => Entries is [.., var last] ? last.Hash : Origin;

    /// <summary>Chains facts: the same facts are the same journal.</summary>
    /// <param name="convention"><c>conventions/{convention}</c>.</param>
    /// <param name="facts">What happened, the first one first.</param>
    public static Journal Of(string convention, IEnumerable<JournalFact> facts)
    {
        var entries = new List<JournalEntry>();
        foreach (var fact in facts) entries.Add(JournalEntry.After(convention, entries.Count + 1, entries is [.., var last] ? last.Hash : Origin, fact));
        return new(convention, entries);
    }

    /// <summary>The journal as it was read, whether it holds together or not.</summary>
    internal static Journal Read(string convention, IReadOnlyList<JournalEntry> entries) => new(convention, entries);

    internal byte[] ToJson() => CanonicalJson.Write(new JsonObject
    {
        ["convention"] = Convention,
        ["entries"] = new JsonArray([.. Entries.Select(entry => entry.ToJson(Convention))]),
    });
}
