using Reseau.Partners.Search;

namespace Reseau.Partners.Duplicates;

/// <summary>
/// The probable duplicates of the directory as it is: found again only once something changed that bears on them. An import brings thousands
/// of changes, and comparing all places takes seconds: meanwhile the last answer stands, for a minute at most.
/// </summary>
public sealed class DuplicateList(DirectoryIndex index, TimeProvider clock)
{
    /// <summary>What persons change between two looks; more comes from a file.</summary>
    private const int Few = 200;

    /// <summary>How long an answer may stand while a file comes in.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Lock _finding = new();
    private long _version = -1;
    private DateTimeOffset _foundAt = DateTimeOffset.MinValue;
    private IReadOnlyList<DuplicatePair> _pairs = [];

    /// <summary>The pairs, the surest first.</summary>
    public IReadOnlyList<DuplicatePair> Pairs()
    {
        lock (_finding)
        {
            var (version, now) = (index.PlacesVersion, clock.GetUtcNow());
            if (version == _version || (version - _version > Few && now - _foundAt < Rest)) return _pairs;
            (_pairs, _version, _foundAt) = (DuplicateFinder.Find(index.Places()), version, now);
            return _pairs;
        }
    }
}
