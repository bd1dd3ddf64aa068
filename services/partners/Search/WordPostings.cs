using System.Runtime.InteropServices;

namespace Reseau.Partners.Search;

/// <summary>A word asked for in one segment: its own postings and those of the phrases that mean the same.</summary>
internal sealed class WordPostings
{
    private readonly Postings? _own;
    private readonly Postings[][] _phrases;
    private readonly int[][] _phrasesAt;
    private int _ownAt;

    public WordPostings(SearchWord word, Segment segment)
    {
        Word = word;
        _own = segment.Stems.GetValueOrDefault(word.Word.Stem);
        _phrases = [.. from phrase in word.Phrases
                       let stems = phrase.Select(stem => segment.Stems.GetValueOrDefault(stem)).ToArray()
                       where !stems.Contains(null)
                       select stems as Postings[]];
        _phrasesAt = Array.ConvertAll(_phrases, phrase => new int[phrase.Length]);
    }

    public SearchWord Word { get; }

    /// <summary>Adds every document that has the word or a phrase; the two other sets are for the work in between.</summary>
    public void AddTo(Bitset set, Bitset phrase, Bitset stem)
    {
        _own?.AddTo(set);
        foreach (var postings in _phrases)
        {
            if (postings.Length == 1)
            {
                postings[0].AddTo(set);
                continue;
            }

            phrase.Words.Clear();
            postings[0].AddTo(phrase);
            foreach (var next in postings.Skip(1))
            {
                stem.Words.Clear();
                next.AddTo(stem);
                phrase.And(stem);
            }

            set.Or(phrase);
        }
    }

    /// <summary>The 64 documents of one word of a set, by what this word counts for in them.</summary>
    public Tiers In(int word)
    {
        var own = _own is null ? default : _own.In(word, ref _ownAt);
        var meant = default(Fields);
        for (var i = 0; i < _phrases.Length; i++)
        {
            var phrase = _phrases[i][0].In(word, ref _phrasesAt[i][0]);
            for (var j = 1; j < _phrases[i].Length && phrase.Anywhere != 0; j++) phrase = phrase.And(_phrases[i][j].In(word, ref _phrasesAt[i][j]));
            meant = meant.Or(phrase);
        }

        return new(own, meant);
    }

    /// <summary>Where a word stands in 64 documents, and where a phrase does that means the same. The best place counts.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Tiers(Fields Own, Fields Meant)
    {
        /// <summary>The most the word counts for in some documents; 0 when it is in none.</summary>
        public int Largest(SearchWord word, ulong some)
        {
            if ((Own.Name & some) != 0) return word.Name;
            if ((Own.Labels & some) != 0) return word.Labels;
            if ((Meant.Name & some) != 0) return word.MeantInName;
            if ((Meant.Labels & some) != 0) return word.MeantInLabels;
            if ((Own.Anywhere & some) != 0) return word.Description;
            return (Meant.Anywhere & some) != 0 ? word.MeantInDescription : 0;
        }
    }
}
