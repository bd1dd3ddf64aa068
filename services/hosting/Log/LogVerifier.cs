using Microsoft.EntityFrameworkCore;

namespace Reseau.Hosting.Log;

/// <summary>What a verification found.</summary>
/// <param name="Events">Events read.</param>
/// <param name="FirstAltered">Position of the first event that does not follow from what precedes it; null when all do.</param>
public sealed record Verification(long Events, long? FirstAltered);

/// <summary>Recomputes the hash chains and the positions of a log, and names the first altered row.</summary>
public sealed class LogVerifier<TDb>(IDbContextFactory<TDb> databases) where TDb : LogDb
{
    /// <summary>Reads the whole log once, in order.</summary>
    /// <param name="progress">Told how many events were read.</param>
    /// <param name="cancellation">Ends the verification.</param>
    public async Task<Verification> VerifyAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var heads = new Dictionary<string, (long Version, byte[] Hash)>(StringComparer.Ordinal);
        long position = 0;
        await foreach (var row in db.Events.AsNoTracking().OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var (version, hash) = heads.GetValueOrDefault(row.Stream, (0, HashChain.Start));
            if (row.Position != position + 1 || row.Version != version + 1 || !row.Hash.AsSpan().SequenceEqual(HashChain.Next(hash, row)))
                return new(position, row.Position);
            heads[row.Stream] = (row.Version, row.Hash);
            position = row.Position;
            progress?.Report(position);
        }
        return new(position, null);
    }
}
