using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Benchmarks.Data;
using Reseau.Hosting.Log;
using Reseau.Training;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using PlannedCourse = Reseau.Training.Domain.Sessions.PlannedCourse;

namespace Reseau.Benchmarks.Running;

/// <summary>
/// Fills the training of an edition that is stopped, through its log, with hashes and views: professionals, then sessions of the last three years, which took place,
/// and of the months to come, which are open. Names and e-mails lie beside the log, as they do.
/// </summary>
internal static class TrainingFiller
{
    private const int ProfessionalsAtOnce = 200;
    private const int SessionsAtOnce = 20;
    private const int DaysBack = 3 * 365;
    private const int DaysAhead = 120;

    /// <summary>Adds professionals, with six seats each; gives how many events there are, and how long it took.</summary>
    /// <param name="database">Provider and connection string of a service's database, by its name.</param>
    /// <param name="count">How many professionals.</param>
    /// <param name="cancellation">Ends the filling.</param>
    public static async Task<(long Events, TimeSpan Elapsed)> FillAsync(Func<string, (string Provider, string Connection)> database, int count, CancellationToken cancellation)
    {
        await using var app = TrainingApp.Build([], builder => StoppedEdition.Compose(builder, "training", database));
        await LogSetup.MigrateAsync<TrainingDb>(app.Services);
        var commands = app.Services.GetRequiredService<CommandLog<TrainingDb>>();
        var (start, now) = (Stopwatch.GetTimestamp(), DateTimeOffset.UtcNow);
        var filled = 0;
        Task WriteAsync(IReadOnlyCollection<Appending> events, Action<TrainingDb>? beside = null) => commands.ExecuteAsync(
            Command.OfNobody(string.Create(CultureInfo.InvariantCulture, $"fill-{filled++}"), [], now.AddDays(-DaysBack)), async (unit, token) =>
            {
                beside?.Invoke(unit.Db);
                await unit.AppendManyAsync(events, token);
                return new(events.Last().Stream, events.Last().After + 1);
            }, cancellation);

        await WriteAsync([.. MadeTraining.AllSkills.Select(defined => new Appending(defined.Skill.Name, 0, defined))]);
        await WriteAsync([.. MadeTraining.AllCourses.SelectMany(course => Numbered(course.Name, [new CourseDrafted("ccas-rennes", course.Content), new CoursePublished()]))]);
        List<MadeProfessional> professionals = [.. Enumerable.Range(0, count).Select(number => MadeTraining.Professional(number, now.AddDays(-DaysBack).AddSeconds(number)))];
        foreach (var some in professionals.Chunk(ProfessionalsAtOnce))
        {
            await WriteAsync([.. some.SelectMany(one => Numbered(one.Name, MadeTraining.HistoryOf(one, now)))], db => db.Persons.AddRange(some.Select(one =>
            {
                var (last, first) = MadeTraining.NamesOf(one);
                return new PersonRow { Professional = one.Name, LastName = last, FirstName = first, Email = string.Create(CultureInfo.InvariantCulture, $"personne-{one.Number}@example.org") };
            })));
        }

        foreach (var some in Enumerable.Range(0, MadeTraining.SessionsFor(count)).Chunk(SessionsAtOnce))
            await WriteAsync([.. some.SelectMany(number => Session(number, MadeTraining.SessionsFor(count), professionals, now))]);

        var head = await app.Services.GetRequiredService<LogReader<TrainingDb>>().HeadAsync(cancellation);
        // What was recorded counts as announced, as in a network that has stood for a while.
        await StoppedEdition.MoveAsync<TrainingDb>(app.Services, "publisher", head, cancellation);
        return (head, Stopwatch.GetElapsedTime(start));
    }

    private static IEnumerable<Appending> Session(int number, int sessions, List<MadeProfessional> professionals, DateTimeOffset now)
    {
        var day = ((long)number * (DaysBack + DaysAhead) / sessions) - DaysBack;
        var at = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(day).AddHours(8);
        var content = new SessionContent
        {
            HalfDays = [new(at, at.AddHours(3), "Salle des fêtes", "")], MaxSeats = MadeTraining.SeatsOfASession, SeatCostCents = 12_000, Trainers = ["Paul Martin (ARCS)"],
        };
        var course = MadeTraining.CourseName(number);
        List<object> events = [new SessionPlanned("ccas-rennes", new PlannedCourse(course, course, ""), content, []), new SessionOpened()];
        List<MadeProfessional> seated = [.. Enumerable.Range(0, MadeTraining.SeatsOfASession).Select(seat => professionals[((number * MadeTraining.SeatsOfASession) + seat) % professionals.Count])];
        events.AddRange(seated.Select(one => new EnrolmentAsked(one.Name, one.Institution, null, EnrolmentState.Enrolled)));
        // Of ten persons eight were there to the end, one for a part, and one was not.
        if (day < -1)
        {
            events.Add(new SessionBegun());
            events.Add(new SessionClosed([.. seated.Select((one, seat) => (seat % 10) switch
            {
                8 => new SeatOutcome(one.Name, EnrolmentState.AttendedPartly, ""),
                9 => new SeatOutcome(one.Name, EnrolmentState.Absent, ""),
                _ => new SeatOutcome(one.Name, EnrolmentState.Attended, string.Create(CultureInfo.InvariantCulture, $"{number:D8}-{seat:D3}")),
            })]));
        }
        return Numbered($"sessions/{Guid.CreateVersion7(at):N}", events);
    }

    private static IEnumerable<Appending> Numbered(string stream, IEnumerable<object> events) => events.Select((happened, place) => new Appending(stream, place, happened));
}
