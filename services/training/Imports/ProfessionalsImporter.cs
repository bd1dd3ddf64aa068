using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Imports;

/// <summary>
/// Takes a file of professionals in, part by part, so that nobody waits behind five thousand lines:
///  1. each part is a command of its own, under an id made of the request's and its place;
///  2. it looks up whom its lines speak of, in its transaction, and appends what is new about them;
///  3. what it led to is an event of the import: a retry reads there what was done, and goes on where the first ended.
/// </summary>
internal sealed class ProfessionalsImporter(CommandLog<TrainingDb> commands, LogReader<TrainingDb> log, IDbContextFactory<TrainingDb> databases, TimeProvider clock)
{
    private const int PartSize = 500;

    /// <summary>Takes a file in, or says what would happen.</summary>
    public async Task<Contract.ImportProfessionalsResponse> RunAsync(ImportJob job, ProfessionalsFile file, CancellationToken cancellation)
    {
        var answer = new Contract.ImportProfessionalsResponse { Lines = file.LineCount };
        answer.Refused.AddRange(file.Refused);
        var part = 0;
        foreach (var lines in file.Lines.Chunk(PartSize))
        {
            var done = job.DryRun ? await ForeseeAsync(job, file, lines, cancellation) : await TakeAsync(job, file, lines, part++, cancellation);
            answer.Created += done.Created;
            answer.Updated += done.Updated;
            answer.Unchanged += done.Unchanged;
            answer.Refused.AddRange(done.Refused.Select(refused => new Contract.RefusedLine { Line = refused.Line, Column = refused.Column, Problem = FileProblems.Words(refused.Problem) }));
        }
        var ordered = answer.Refused.OrderBy(refused => refused.Line).ToList();
        answer.Refused.Clear();
        answer.Refused.AddRange(ordered);
        return answer;
    }

    private async Task<ProfessionalsImported> ForeseeAsync(ImportJob job, ProfessionalsFile file, ImportedLine[] lines, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return Outcome(job, await ImportPlan.MakeAsync(db, job.Institution, file, lines, cancellation));
    }

    private async Task<ProfessionalsImported> TakeAsync(ImportJob job, ProfessionalsFile file, ImportedLine[] lines, int part, CancellationToken cancellation)
    {
        var id = StableId.Of(string.Create(CultureInfo.InvariantCulture, $"{job.Stream}/{part}")).ToString();
        var command = new Command(job.Institution, job.Actor, id, job.Digest, job.TraceId, clock.GetUtcNow());
        var result = await commands.ExecuteAsync(command, async (unit, token) =>
        {
            var plan = await ImportPlan.MakeAsync(unit.Db, job.Institution, file, lines, token);
            await unit.AppendManyAsync(Write(unit, job, plan), token);
            return await unit.AppendAsync(job.Stream, part, [Outcome(job, plan)], token);
        }, cancellation);
        return (ProfessionalsImported)(await log.ReadStreamAsync(result.Stream, result.Version, cancellation))[^1].Body;
    }

    private static List<Appending> Write(LogUnit<TrainingDb> unit, ImportJob job, ImportPlan plan)
    {
        List<Appending> events = [];
        foreach (var line in plan.New)
        {
            var name = $"professionals/{Guid.CreateVersion7(unit.Command.Now):N}";
            People.Add(unit.Db, name, line.Details, subject: null);
            events.Add(new(name, 0, new ProfessionalRecorded(job.Institution, line.Facts)));
        }
        foreach (var (current, person, details, corrected) in plan.Changed)
        {
            details.WriteTo(person);
            events.Add(new(current.Name, current.Version, corrected));
        }
        return events;
    }

    private static ProfessionalsImported Outcome(ImportJob job, ImportPlan plan) => new(job.Institution, plan.New.Count, plan.Changed.Count, plan.Unchanged, [.. plan.Refused]);
}
