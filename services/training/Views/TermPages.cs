using Reseau.Kernel;

namespace Reseau.Training.Views;

/// <summary>Pages of the words a network speaks: some dozens, so that they are put in order where they are read.</summary>
internal static class TermPages
{
    /// <summary>A page of rows that stand in their order.</summary>
    /// <param name="ordered">All of them.</param>
    /// <param name="name">What a row is called.</param>
    /// <param name="question">What was asked: a token answers that question only.</param>
    /// <param name="token">Of the page before; empty for the first.</param>
    /// <param name="size">Rows wanted; 0 = as many as a page holds.</param>
    public static (IReadOnlyList<T> Page, string Next) Read<T>(IEnumerable<T> ordered, Func<T, string> name, string question, string token, int size)
    {
        var (after, most) = (Paging.Read(token, question, parts: 1), Paging.Size(size, Paging.Maximum));
        var rows = ordered.ToList();
        // A row that is gone since ends the list, as it would have ended its page.
        var first = after is null ? 0 : rows.FindIndex(row => name(row) == after[0]) is var last and >= 0 ? last + 1 : rows.Count;
        var page = rows.Skip(first).Take(most).ToList();
        return (page, first + page.Count < rows.Count ? Paging.Token(question, name(page[^1])) : "");
    }
}
