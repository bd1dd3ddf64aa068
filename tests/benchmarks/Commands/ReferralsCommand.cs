using System.CommandLine;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Load;
using Reseau.Load.Commands;

namespace Reseau.Benchmarks.Commands;

/// <summary>The same calls on few referrals and on many, on both databases: what a command and a page of a list cost must not grow with the years.</summary>
internal static class ReferralsCommand
{
    private static readonly Option<int[]> Sizes = new("--referrals")
    {
        Description = "Sizes, smallest first.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000, 100_000],
    };

    private static readonly Option<int> WarmUp = RunCommand.Number("--warm-up", 15, 60, "Length of the warm-up of a service that has just started, in seconds.");

    private static readonly Option<int> Rate = RunCommand.Number("--rate", 50, 1_000, "Calls a second.");

    public static Command Create()
    {
        var command = new Command("referrals", "Sends, accepts, lists and follows through the gateway, on referrals of several sizes.") { Sizes, Choices.Databases, WarmUp, Rate, Choices.Data, Choices.Seconds, Choices.Edition, Choices.Project };
        command.SetAction((parsed, cancellation) => Workplace.RunAsync(parsed, place =>
        {
            var pace = new Pace(parsed.GetValue(Rate), parsed.GetValue(Choices.Seconds), WarmUpSeconds: 3);
            Markdown.Text($"Referrals, {pace.Rate} calls a second, open loop, through the gateway; {Machine.State}.");
            Markdown.Head("database", "referrals", "call", "p50 ms", "p90 ms", "p99 ms", "failed");
            return FilledEditions.MeasureAsync(parsed, place, "", parsed.GetValue(Sizes)!, ReferralFiller.FillAsync, filled => MeasureAsync(filled, pace, parsed.GetValue(WarmUp), cancellation), cancellation);
        }, cancellation));
        return command;
    }

    private static async Task<bool> MeasureAsync(FilledEdition filled, Pace pace, int warmUp, CancellationToken cancellation)
    {
        using var calls = await ReferralCalls.OfAsync(filled.Edition, cancellation);
        await calls.PrepareAsync(cancellation);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = calls.WatchAsync(over.Token);
        await OpenLoop.RunAsync(pace with { Seconds = warmUp, WarmUpSeconds = 0 }, calls.SubmitAsync, cancellation);

        var allAnswered = await filled.MeasureAsync(pace,
            [("submit", calls.SubmitAsync), ("first page of what waits", calls.FirstPageAsync), ("later page of what is closed, 200 rows", calls.LaterPageAsync)], cancellation);
        // As many as wait, and no more.
        var accepts = pace with { Rate = Math.Min(pace.Rate, ReferralFiller.Waiting / (pace.Seconds + pace.WarmUpSeconds)) };
        allAnswered &= await filled.MeasureAsync(accepts, [("accept", calls.AcceptAsync)], cancellation);

        await over.CancelAsync();
        await watching;
        var (told, missing) = calls.Watched();
        var watched = new Measure(told, TimeSpan.FromSeconds(1), new Dictionary<string, int>(StringComparer.Ordinal) { ["Missing"] = missing });
        return filled.Print("seen by the recipient's stream, after the answer", watched) && allAnswered;
    }
}
