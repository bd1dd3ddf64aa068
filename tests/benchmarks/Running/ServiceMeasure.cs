using Reseau.Benchmarks.Data;
using Reseau.Benchmarks.Engines;
using Reseau.Benchmarks.Measuring;

namespace Reseau.Benchmarks.Running;

/// <summary>Start and memory of the service alone in its process: when it answers, and after it has answered all the questions.</summary>
internal static class ServiceMeasure
{
    public static void PrintHead() => Markdown.Head("service alone", "first answer s", "resident MB then", "resident MB after the questions", "of which its own MB");

    public static async Task PrintRowAsync(string program, string database, int services, IReadOnlyList<Question> questions, CancellationToken cancellation)
    {
        await using var process = await PartnersProcess.StartAsync(program, database, cancellation);
        var then = process.Memory;
        await using var calls = new GrpcEngine("", process.Address);
        foreach (var question in questions) await calls.AskAsync(question, cancellation);
        var after = process.Memory;
        Markdown.Row($"{Markdown.Number(services)} services", Markdown.Figure(process.FirstAnswer.TotalSeconds), Markdown.Number((long)then.Resident), Markdown.Number((long)after.Resident), Markdown.Number((long)after.Anonymous));
    }

    public static Task PrintHeadAndRowAsync(string program, string database, int services, IReadOnlyList<Question> questions, CancellationToken cancellation)
    {
        PrintHead();
        return PrintRowAsync(program, database, services, questions, cancellation);
    }
}
