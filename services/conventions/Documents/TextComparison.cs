using DiffPlex;
using DiffPlex.Model;

namespace Reseau.Conventions.Documents;

/// <summary>
/// What changed between two versions of a text, word by word. Without what was deleted the pieces are the version after, without what was
/// inserted the version before, to the letter.
/// </summary>
public static class TextComparison
{
    /// <summary>The time to compare grows with the product of lengths: past this many words, lines are compared instead, then the whole.</summary>
    private const int MostChunks = 20_000;

    /// <summary>Compares two versions.</summary>
    public static IReadOnlyList<TextPiece> Compare(string before, string after)
    {
        if (before == after) return before.Length == 0 ? [] : [new(TextChange.Kept, before)];
        foreach (var chunker in (IChunker[])[WordChunks.Instance, LineChunks.Instance])
        {
            if (chunker.Chunk(before).Count + chunker.Chunk(after).Count <= MostChunks) return Pieces(Differ.Instance.CreateDiffs(before, after, false, false, chunker));
        }
        return [.. Some(TextChange.Deleted, before), .. Some(TextChange.Inserted, after)];
    }

    private static List<TextPiece> Pieces(DiffResult compared)
    {
        var pieces = new List<TextPiece>();
        var place = 0;
        foreach (var block in compared.DiffBlocks)
        {
            pieces.AddRange(Some(TextChange.Kept, compared.PiecesOld, place, block.DeleteStartA));
            pieces.AddRange(Some(TextChange.Deleted, compared.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA));
            pieces.AddRange(Some(TextChange.Inserted, compared.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB));
            place = block.DeleteStartA + block.DeleteCountA;
        }
        pieces.AddRange(Some(TextChange.Kept, compared.PiecesOld, place, compared.PiecesOld.Count));
        return pieces;
    }

    private static TextPiece[] Some(TextChange change, IEnumerable<string> chunks, int from, int to) => Some(change, string.Concat(chunks.Take(from..to)));

    private static TextPiece[] Some(TextChange change, string text) => text.Length == 0 ? [] : [new(change, text)];

    // Words, runs of spaces, and each other character alone.
    private sealed class WordChunks : IChunker
    {
        public static WordChunks Instance { get; } = new();

        public IReadOnlyList<string> Chunk(string text) => Split(text, static (previous, next) =>
            (char.IsWhiteSpace(previous) && char.IsWhiteSpace(next)) || (IsOfAWord(previous) && IsOfAWord(next)));

        private static bool IsOfAWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
            || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
    }

    private sealed class LineChunks : IChunker
    {
        public static LineChunks Instance { get; } = new();

        public IReadOnlyList<string> Chunk(string text) => Split(text, static (previous, _) => previous != '\n');
    }

    private static List<string> Split(string text, Func<char, char, bool> together)
    {
        var chunks = new List<string>();
        var start = 0;
        for (var place = 1; place <= text.Length; place++)
        {
            if (place < text.Length && together(text[place - 1], text[place])) continue;
            chunks.Add(text[start..place]);
            start = place;
        }
        return chunks;
    }
}
