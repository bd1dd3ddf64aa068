using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Reads professionals: their record from the log or the lists, who they are from beside it.</summary>
internal sealed class ProfessionalStore(LogReader<TrainingDb> log, IDbContextFactory<TrainingDb> databases, TimeProvider clock)
{
    /// <summary>Who asks for their own record says so instead of its name.</summary>
    public const string Me = "professionals/me";

    /// <summary>The state that a history leads to; null for an empty one.</summary>
    public static Professional? Fold(string name, IReadOnlyList<RecordedEvent> history) => history.Aggregate((Professional?)null,
        (current, recorded) => Professional.Evolve(current, name, recorded.Version, recorded.OccurredAt, (ProfessionalEvent)recorded.Body));

    /// <summary>The name of the caller's own record, in their institution before any other; null when they have none.</summary>
    public static Task<string?> OwnAsync(TrainingDb db, Caller caller, CancellationToken cancellation) => db.Professionals
        .Where(row => row.Subject == caller.Subject).OrderByDescending(row => row.Institution == caller.Institution).ThenByDescending(row => row.Name)
        .Select(row => row.Name).FirstOrDefaultAsync(cancellation);

    /// <summary>What a command led to, as its caller may see it.</summary>
    public async Task<Contract.Professional> AnswerAsync(StreamVersion result, Caller caller, CancellationToken cancellation)
    {
        var professional = Fold(result.Stream, await log.ReadStreamAsync(result.Stream, result.Version, cancellation)) ?? throw Caller.NotAllowed();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var person = await db.Persons.FindAsync([result.Stream], cancellation);
        return ProfessionalMapper.ToMessage(professional, person, caller, FrenchDay.Of(clock.GetUtcNow()));
    }

    /// <summary>A record as it is now, for those who may see it.</summary>
    public async Task<Contract.Professional> GetAsync(string asked, Caller caller, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var name = asked == Me ? await OwnAsync(db, caller, cancellation) : asked;
        var row = name is null ? null : await db.Professionals.AsNoTracking().SingleOrDefaultAsync(known => known.Name == name, cancellation);
        if (row is null || !(ProfessionalReach.IsOwn(caller, row.Subject) || ProfessionalReach.Manages(caller, row.Institution))) throw Caller.NotAllowed();
        var person = await db.Persons.FindAsync([row.Name], cancellation);
        return ProfessionalMapper.ToMessage(ProfessionalView.Read(row), person, caller, FrenchDay.Of(clock.GetUtcNow()));
    }
}
