using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Views;

namespace Reseau.Training.Vocabulary;

/// <summary>
/// Defines the terms of the vocabulary that the network does not have yet, at every start: a new release may bring new ones. One that was
/// changed or retired stays as it was made.
/// </summary>
internal sealed class VocabularySeed(CommandLog<TrainingDb> commands, IDbContextFactory<TrainingDb> databases, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        List<(string Name, object Event)> missing;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken)) missing = await MissingAsync(db, cancellationToken);
        if (missing.Count == 0) return;
        // Two replicas that start together ask for the same, under the same id.
        var asked = $"vocabulary/{string.Join('\n', missing.Select(term => term.Name))}";
        var command = Command.OfNobody(StableId.Of(asked).ToString(), SHA256.HashData(Encoding.UTF8.GetBytes(asked)), clock.GetUtcNow());
        await commands.ExecuteAsync(command, async (unit, cancellation) =>
        {
            var last = new StreamVersion("vocabulary", 0);
            foreach (var (name, defined) in await MissingAsync(unit.Db, cancellation)) last = await unit.AppendAsync(name, 0, [defined], cancellation);
            return last;
        }, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<List<(string Name, object Event)>> MissingAsync(TrainingDb db, CancellationToken cancellation)
    {
        var known = await db.Skills.Select(row => row.Name).Concat(db.HabilitationRules.Select(row => row.Name)).ToListAsync(cancellation);
        return [.. TrainingVocabulary.Load().Events().ExceptBy(known, term => term.Name, StringComparer.Ordinal)];
    }
}
