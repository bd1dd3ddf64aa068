using System.CommandLine;
using System.Diagnostics;
using Reseau.Benchmarks.Engines;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Load;
using Reseau.Load.Commands;

namespace Reseau.Benchmarks.Commands;

/// <summary>Everybody wants into the same sessions: how many enrolments a second, and whether a seat was given twice.</summary>
internal static class EnrolmentCommand
{
    private static readonly Option<int> Sessions = RunCommand.Number("--sessions", 1, 100, "Sessions that people are enrolled in.");

    private static readonly Option<int> People = RunCommand.Number("--people", 1_500, 20_000, "People who want into each session.");

    private static readonly Option<int> Seats = RunCommand.Number("--seats", 1_000, 1_000, "Seats of each session; who finds none waits.");

    private static readonly Option<int> Together = RunCommand.Number("--callers", 50, 500, "Callers who ask together.");

    public static Command Create()
    {
        var command = new Command("enrolment", "Enrols through the gateway, many callers at once into few sessions.") { Sessions, People, Seats, Together, Choices.Databases, Choices.Edition, Choices.Project };
        command.SetAction((parsed, cancellation) => Workplace.RunAsync(parsed, async place =>
        {
            var (sessions, people, seats, callers) = (parsed.GetValue(Sessions), parsed.GetValue(People), parsed.GetValue(Seats), parsed.GetValue(Together));
            Markdown.Text($"Enrolments, {callers} callers at once, closed loop, through the gateway; {Machine.State}.");
            Markdown.Head("database", "sessions", "people", "seats of each", "enrolments/s", "failed", "oversell");
            var right = true;
            foreach (var database in parsed.GetValue(Choices.Databases)!)
            {
                var own = Path.Combine(place.Folder, database);
                await using var postgres = database == "postgresql" ? await PostgresCluster.StartAsync(own + "-cluster", cancellation) : null;
                await using var edition = await LocalEdition.StartAsync(place.Program, own, Workplace.Options(postgres?.Server), cancellation, Workplace.Unlimited);
                await Quiet.WaitAsync(edition, cancellation);
                using var calls = await EnrolmentCalls.OfAsync(edition, cancellation);
                await calls.PrepareAsync(sessions, people, seats, callers, cancellation);
                var start = Stopwatch.GetTimestamp();
                var failed = await calls.EnrolAllAsync(callers, cancellation);
                var rate = sessions * people / Stopwatch.GetElapsedTime(start).TotalSeconds;
                var oversell = await calls.OversellAsync(cancellation);
                right &= failed == 0 && oversell == 0;
                Markdown.Row(database, Markdown.Number(sessions), Markdown.Number(people), Markdown.Number(seats), Markdown.Figure(rate), Markdown.Number(failed), Markdown.Number(oversell));
            }
            return right;
        }, cancellation));
        return command;
    }
}
