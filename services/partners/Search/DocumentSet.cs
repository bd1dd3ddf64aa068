namespace Reseau.Partners.Search;

/// <summary>A fixed set of documents: a list while it is short, bits once that takes less room.</summary>
internal sealed class DocumentSet
{
    private readonly int[] _few;
    private readonly Bitset _many;

    public DocumentSet(List<int> ascending, int documents)
    {
        var dense = ascending.Count > documents / 32;
        _few = dense ? [] : [.. ascending];
        if (!dense) return;
        _many = new(documents);
        foreach (var document in ascending) _many.Add(document);
    }

    public void AddTo(Bitset set)
    {
        set.Or(_many);
        foreach (var document in _few) set.Add(document);
    }
}
