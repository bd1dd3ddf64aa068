using System.Numerics;
using System.Runtime.InteropServices;

namespace Reseau.Partners.Search;

/// <summary>
/// A set of documents, one bit each, 64 documents to a word. It may be a stretch of a larger array, so that one question rents one array for
/// all its sets. The default value is the empty set, of any size.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Bitset(ulong[] words, int start, int length)
{
    private readonly ulong[]? _words = words;

    public Bitset(int documents) : this(new ulong[WordsFor(documents)], 0, WordsFor(documents))
    {
    }

    public bool IsEmpty => _words is null;

    public Span<ulong> Words => _words is null ? [] : _words.AsSpan(start, length);

    /// <summary>The 64 documents from <c>64 × word</c> on.</summary>
    public ulong this[int word] => _words is null ? 0 : _words[start + word];

    public static int WordsFor(int documents) => (documents + 63) >> 6;

    public bool Has(int document) => _words is not null && (_words[start + (document >> 6)] >> document & 1) != 0;

    public void Add(int document) => _words![start + (document >> 6)] |= 1UL << document;

    public void Remove(int document) => _words![start + (document >> 6)] &= ~(1UL << document);

    /// <summary>Keeps only what the other one has as well.</summary>
    public void And(Bitset other)
    {
        var mine = Words;
        var its = other.Words;
        if (its.IsEmpty)
        {
            mine.Clear();
            return;
        }

        var i = 0;
        for (; i <= mine.Length - Vector<ulong>.Count; i += Vector<ulong>.Count) (new Vector<ulong>(mine[i..]) & new Vector<ulong>(its[i..])).CopyTo(mine[i..]);
        for (; i < mine.Length; i++) mine[i] &= its[i];
    }

    public void Or(Bitset other)
    {
        var mine = Words;
        var its = other.Words;
        var i = 0;
        for (; i <= its.Length - Vector<ulong>.Count; i += Vector<ulong>.Count) (new Vector<ulong>(mine[i..]) | new Vector<ulong>(its[i..])).CopyTo(mine[i..]);
        for (; i < its.Length; i++) mine[i] |= its[i];
    }

    public void CopyTo(Bitset other)
    {
        if (IsEmpty) other.Words.Clear();
        else Words.CopyTo(other.Words);
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in Words) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>How many documents are in both.</summary>
    public int CountWith(Bitset other)
    {
        var mine = Words;
        var its = other.Words;
        if (mine.IsEmpty || its.IsEmpty) return 0;
        its = its[..mine.Length];
        var count = 0;
        for (var i = 0; i < mine.Length; i++) count += BitOperations.PopCount(mine[i] & its[i]);
        return count;
    }

    /// <summary>The same documents, in words of their own.</summary>
    public Bitset Copy() => _words is null ? default : new([.. Words], 0, length);
}
