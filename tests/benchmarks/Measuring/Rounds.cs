using System.Diagnostics;
using Reseau.Benchmarks.Data;
using Reseau.Benchmarks.Engines;

namespace Reseau.Benchmarks.Measuring;

/// <summary>
/// Asks all engines the same questions, in rounds, one engine after the other, so that whatever else the machine does falls on all of them:
///  1. one caller asks every question once, and each answer is timed;
///  2. several callers ask as fast as they are answered, for some seconds, and answers are counted.
/// The round before the first warms compilers, caches and prepared statements.
/// </summary>
internal sealed class Rounds(IReadOnlyList<Question> questions, int rounds, int seconds, int callers)
{
    public async Task<IReadOnlyList<EngineMeasure>> RunAsync(IReadOnlyList<IEngine> engines, CancellationToken cancellation)
    {
        var measures = engines.Select(engine => new EngineMeasure(engine.Name)).ToList();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < engines.Count; i++)
            {
                await AskInTurnAsync(engines[i], round < 0 ? new("warm-up") : measures[i], cancellation);
                if (round < 0) continue;
                measures[i].Throughputs.Add(await AskTogetherAsync(engines[i], cancellation));
                Progress.Say($"round {round + 1}, {engines[i].Name}: p50 {measures[i].Percentile(0.5):0.000} ms, {measures[i].Throughputs[^1]:0}/s");
            }
        }

        return measures;
    }

    private async Task AskInTurnAsync(IEngine engine, EngineMeasure measure, CancellationToken cancellation)
    {
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            await engine.AskAsync(question, cancellation);
            measure.Add(question.Kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private async Task<double> AskTogetherAsync(IEngine engine, CancellationToken cancellation)
    {
        var (next, answered) = (0, 0);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
            {
                await engine.AskAsync(questions[(int)((uint)Interlocked.Increment(ref next) % questions.Count)], cancellation);
                Interlocked.Increment(ref answered);
            }
        }, cancellation)));
        return answered / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
