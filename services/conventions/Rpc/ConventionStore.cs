using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;

namespace Reseau.Conventions.Rpc;

/// <summary>A convention with its history, as they are at one version.</summary>
/// <param name="Convention">The state.</param>
/// <param name="History">The events up to that version.</param>
internal sealed record StoredConvention(Convention Convention, IReadOnlyList<RecordedEvent> History);

/// <summary>Reads conventions, templates and bodies back from the log.</summary>
internal sealed class ConventionStore(LogReader<ConventionsDb> log, IDbContextFactory<ConventionsDb> databases, ManyStreams<ConventionsDb> streams)
{
    /// <summary>A convention up to a version; null when it does not exist.</summary>
    public async Task<StoredConvention?> FindAsync(string name, long upTo, CancellationToken cancellation)
    {
        var history = await log.ReadStreamAsync(name, upTo, cancellation);
        return Fold(name, history) is { } convention ? new(convention, history) : null;
    }

    /// <summary>A template up to a version of its stream; null when it does not exist.</summary>
    public async Task<Template?> FindTemplateAsync(string name, long upTo, CancellationToken cancellation) => FoldTemplate(name, await log.ReadStreamAsync(name, upTo, cancellation));

    /// <summary>A body up to a version of its stream; null when it does not exist.</summary>
    public async Task<Body?> FindBodyAsync(string name, long upTo, CancellationToken cancellation) => FoldBody(name, await log.ReadStreamAsync(name, upTo, cancellation));

    /// <summary>Many streams at once, in the order of their names given.</summary>
    public async Task<List<T>> FindAllAsync<T>(ConventionsDb db, IReadOnlyList<string> names, Func<string, IReadOnlyList<RecordedEvent>, T?> fold, CancellationToken cancellation) where T : class
    {
        var found = await streams.ReadAsync(db, names, [], cancellation);
        return [.. names.Select(name => found.TryGetValue(name, out var history) ? fold(name, history.Events) : null).OfType<T>()];
    }

    /// <summary>The document of a version; null when it was never proposed.</summary>
    public async Task<byte[]?> DocumentAsync(string convention, int version, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Documents.Where(row => row.Convention == convention && row.TextVersion == version).Select(row => row.Content).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The state that a history leads to; null for an empty one.</summary>
    public static Convention? Fold(string name, IReadOnlyList<RecordedEvent> history) => history.Aggregate((Convention?)null, (current, recorded) => Step(current, name, recorded));

    /// <summary>The state that a history leads to; null for an empty one.</summary>
    public static Template? FoldTemplate(string name, IReadOnlyList<RecordedEvent> history) => history.Aggregate((Template?)null,
        (current, recorded) => Template.Evolve(current, name, recorded.Version, recorded.OccurredAt, (TemplateEvent)recorded.Body));

    /// <summary>The state that a history leads to; null for an empty one.</summary>
    public static Body? FoldBody(string name, IReadOnlyList<RecordedEvent> history) => history.Aggregate((Body?)null,
        (current, recorded) => Body.Evolve(current, name, recorded.Version, recorded.OccurredAt, (BodyEvent)recorded.Body));

    /// <summary>The state after what a command appended.</summary>
    public static Convention After(Convention current, StreamVersion result) => result.Appended.Aggregate(current, (known, recorded) => Step(known, result.Stream, recorded));

    /// <summary>Tells the convention that another one follows what became of that one: in the same transaction, so that never both bind, nor none.</summary>
    public static async Task TellFollowedAsync(LogUnit<ConventionsDb> unit, Convention next, CancellationToken cancellation)
    {
        if (next.Supersedes is not { } name) return;
        var followed = Fold(name, await unit.ReadAsync(name, cancellation))!;
        if (Following.Tell(followed, next, unit.Command.Now) is { } told) await unit.AppendAsync(name, followed.Version, [told], cancellation);
    }

    private static Convention Step(Convention? current, string name, RecordedEvent recorded) =>
        Convention.Evolve(current, name, recorded.Version, recorded.OccurredAt, (ConventionEvent)recorded.Body);
}
