using System.Runtime.InteropServices;

namespace Reseau.Partners.Search;

/// <summary>Where a word stands in a service, best first.</summary>
internal enum Field
{
    Description = 0,

    /// <summary>Themes, publics, structure, institution, commune.</summary>
    Labels = 1,
    Name = 2,
}

/// <summary>
/// The documents that have a stem, each with the best field it stands in. A rare stem is an ascending list (the document shifted left twice,
/// the field in the low bits); one that a sixteenth of the documents have is three sets of bits, which are smaller and need no walk.
/// </summary>
internal sealed class Postings
{
    private const int DenseShare = 16;

    private readonly int[] _few;
    private readonly Bitset _anywhere;
    private readonly Bitset _labels;
    private readonly Bitset _name;

    public Postings(List<int> ascending, int documents)
    {
        Count = ascending.Count;
        var dense = ascending.Count > documents / DenseShare;
        _few = dense ? [] : [.. ascending];
        if (!dense) return;
        (_anywhere, _labels, _name) = (new(documents), new(documents), new(documents));
        foreach (var posting in ascending)
        {
            var (document, field) = (posting >> 2, (Field)(posting & 3));
            _anywhere.Add(document);
            if (field >= Field.Labels) _labels.Add(document);
            if (field == Field.Name) _name.Add(document);
        }
    }

    /// <summary>How many documents have the stem, those replaced since included.</summary>
    public int Count { get; }

    public void AddTo(Bitset set)
    {
        set.Or(_anywhere);
        foreach (var posting in _few) set.Add(posting >> 2);
    }

    /// <summary>How many of some documents have the stem.</summary>
    public int CountIn(Bitset documents)
    {
        var count = _anywhere.CountWith(documents);
        foreach (var posting in _few) count += documents.Has(posting >> 2) ? 1 : 0;
        return count;
    }

    public bool IsIn(Bitset documents)
    {
        foreach (var posting in _few)
        {
            if (documents.Has(posting >> 2)) return true;
        }

        return _anywhere.CountWith(documents) > 0;
    }

    /// <summary>The 64 documents of one word of a set that have the stem at all, in a label or better, in the name.</summary>
    /// <param name="word">Position of the word.</param>
    /// <param name="at">Where the last call ended; words are best asked in ascending order.</param>
    public Fields In(int word, ref int at)
    {
        if (!_anywhere.IsEmpty) return new(_anywhere[word], _labels[word], _name[word]);
        if (at > 0 && _few[at - 1] >> 8 >= word) at = FirstFrom(word);
        while (at < _few.Length && _few[at] >> 8 < word) at++;
        var found = default(Fields);
        for (; at < _few.Length && _few[at] >> 8 == word; at++)
        {
            var bit = 1UL << (_few[at] >> 2);
            var field = (Field)(_few[at] & 3);
            found = new(found.Anywhere | bit, found.Labels | (field >= Field.Labels ? bit : 0), found.Name | (field == Field.Name ? bit : 0));
        }

        return found;
    }

    private int FirstFrom(int word)
    {
        var at = Array.BinarySearch(_few, word << 8);
        return at < 0 ? ~at : at;
    }
}

/// <summary>64 documents by how well a word stands in them; each set holds the next.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fields(ulong Anywhere, ulong Labels, ulong Name)
{
    public Fields And(Fields other) => new(Anywhere & other.Anywhere, Labels & other.Labels, Name & other.Name);

    public Fields Or(Fields other) => new(Anywhere | other.Anywhere, Labels | other.Labels, Name | other.Name);
}
