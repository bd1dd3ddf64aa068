using Reseau.Partners.Search;

namespace Reseau.Partners.Duplicates;

/// <summary>The probable duplicates of the directory as it is: found again only once something changed.</summary>
public sealed class DuplicateList(DirectoryIndex index)
{
    private readonly Lock _finding = new();
    private long _version = -1;
    private IReadOnlyList<DuplicatePair> _pairs = [];

    /// <summary>The pairs, the surest first.</summary>
    public IReadOnlyList<DuplicatePair> Pairs()
    {
        lock (_finding)
        {
            var version = index.Version;
            if (version == _version) return _pairs;
            (_pairs, _version) = (DuplicateFinder.Find(index.Places()), version);
            return _pairs;
        }
    }
}
