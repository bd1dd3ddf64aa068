using System.CommandLine;
using System.Diagnostics;
using Reseau.Benchmarks.Measuring;
using Reseau.Conventions.Documents;
using Reseau.Documents;

namespace Reseau.Benchmarks.Commands;

/// <summary>Renders documents of several lengths: the time of one, cold and warm, and what it allocates.</summary>
internal static class ConventionDocumentCommand
{
    private const string Sentence = "La structure accueille les personnes chaque semaine, *sans rendez-vous*, et les **oriente** vers le service qui convient. ";

    private static readonly Option<int[]> Clauses = new("--clauses")
    {
        Description = "Clauses of each document; 9 make about twelve pages.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [9, 60, 200],
    };

    public static Command Create()
    {
        var command = new Command("convention-document", "Measures the rendering of the canonical document.") { Clauses, Choices.Rounds };
        command.SetAction(parsed =>
        {
            Markdown.Text($"Documents of conventions; {Machine.State}.");
            Markdown.Head("document", "pages", "kB", "first ms", "median ms", "slowest ms", "MB allocated by one");
            foreach (var clauses in parsed.GetValue(Clauses)!) Measure(TextOf(clauses), Math.Max(parsed.GetValue(Choices.Rounds), 5));
        });
        return command;
    }

    private static void Measure(ConventionText text, int rounds)
    {
        var (first, document, allocated) = Once(text);
        var warm = Enumerable.Range(0, rounds).Select(_ => Once(text).Elapsed).Order().ToList();
        Markdown.Row($"{text.Clauses.Count} clauses", Markdown.Number(document.Pages), Markdown.Number(document.Pdf.Length / 1000), Markdown.Figure(first),
            Markdown.Figure(warm[warm.Count / 2]), Markdown.Figure(warm[^1]), Markdown.Figure(allocated / 1e6));
    }

    private static (double Elapsed, RenderedDocument Document, long Allocated) Once(ConventionText text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var document = DocumentRenderer.Render(text);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, document, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static ConventionText TextOf(int clauses) => new()
    {
        Name = "conventions/00000000-0000-4000-8000-000000000000",
        Version = 1,
        Title = "Convention de mesure",
        KindLabel = "Convention d’engagement",
        Parties = [new("institutions/a", "Commune de Douarnenez", "la commune", "Mme Anne Le Goff", "maire", "délibération"), new("institutions/b", "Association Le Relais", "le relais", "", "présidente", "statuts")],
        Clauses = [.. Enumerable.Range(1, clauses).Select(number => new TextClause($"clause-{number}", $"Article de mesure {number}",
            string.Join("\n\n", Enumerable.Repeat(string.Concat(Enumerable.Repeat(Sentence, 4)), 8)) + "\n\n- un point ;\n- un autre.\n\n| Jour | Places |\n|---|---:|\n| lundi | 12 |\n| jeudi | 8 |\n"))],
        StartDate = new(2026, 1, 1),
        EndDate = new(2027, 12, 31),
    };
}
