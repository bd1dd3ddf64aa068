using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Views;

namespace Reseau.Training.Rpc;

/// <summary>One thing of a stream of its own, to be changed.</summary>
/// <param name="Name">Name of the thing, which is its stream.</param>
/// <param name="Seen">Version the caller saw; empty = whatever it is now.</param>
/// <param name="Command">The command.</param>
internal sealed record StreamChange(string Name, string Seen, Command Command)
{
    /// <summary>Loads, checks who asks and what they saw, decides and appends: what all changes of such a thing share.</summary>
    /// <param name="commands">Takes the command.</param>
    /// <param name="fold">Folds the thing from its events; null for none.</param>
    /// <param name="mayChange">Whether the caller may change it; whoever may not learns nothing of it.</param>
    /// <param name="decide">The decision.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<StreamVersion> RunAsync<TState, TEvent>(
        CommandLog<TrainingDb> commands, Func<string, IReadOnlyList<RecordedEvent>, TState?> fold, Func<TState, bool> mayChange,
        Func<TrainingDb, TState, CancellationToken, Task<Decision<TEvent>>> decide, CancellationToken cancellation)
        where TState : class
        where TEvent : class =>
        commands.ExecuteAsync(Command, async (unit, token) =>
        {
            var history = await unit.ReadAsync(Name, token);
            if (fold(Name, history) is not { } current || !mayChange(current)) throw Caller.NotAllowed();
            var version = history[^1].Version;
            Etag.Check(Seen, Name, version);
            var decision = await decide(unit.Db, current, token);
            return await unit.AppendAsync(Name, version, decision.EventsOrThrow(), token);
        }, cancellation);
}
