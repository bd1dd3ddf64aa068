using Reseau.Benchmarks.Data;
using Reseau.Benchmarks.Engines;

namespace Reseau.Benchmarks.Measuring;

/// <summary>Whether engines find the same services: for each question, the whole set of what matches, not only its first page.</summary>
internal static class SetComparison
{
    /// <summary>Prints a row for each other engine; true when every set is equal.</summary>
    public static async Task<bool> PrintAsync(IReadOnlyList<Question> questions, ISetEngine reference, IReadOnlyList<ISetEngine> others, CancellationToken cancellation)
    {
        Markdown.Head("compared with Réseau in process", "equal sets", "of questions", "services in the sets");
        var sets = new List<ServiceSet>();
        foreach (var question in questions) sets.Add(await reference.AllAsync(question, cancellation));
        var allEqual = true;
        foreach (var other in others)
        {
            var equal = 0;
            for (var i = 0; i < questions.Count; i++)
            {
                var set = await other.AllAsync(questions[i], cancellation);
                if (set == sets[i]) equal++;
                else Progress.Say($"different: {questions[i].Kind} {questions[i].Query} ({string.Join(' ', questions[i].Words.SelectMany(word => word.Phrases[0]))}): {sets[i].Count} and {set.Count}");
            }

            Markdown.Row(other.Name, Markdown.Number(equal), Markdown.Number(questions.Count), Markdown.Number(sets.Sum(set => (long)set.Count)));
            allEqual &= equal == questions.Count;
        }

        return allEqual;
    }
}
