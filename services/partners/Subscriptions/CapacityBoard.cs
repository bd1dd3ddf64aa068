using System.Text;
using Dapr.Client;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Partners.Domain;
using Reseau.Partners.Rpc;
using Reseau.Partners.Views;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Subscriptions;

/// <summary>
/// Puts what was last said of a service's room where every application reads it: the shared state <c>capacity:services/{service}</c>, a
/// <see cref="Contract.Capacity"/> in JSON. The log is the record; this follows it, and an older word never replaces a newer one.
/// </summary>
public sealed partial class CapacityBoard(
    LogReader<PartnersDb> log, ILogWriter<PartnersDb> writer, IDbContextFactory<PartnersDb> databases, DaprClient dapr, TimeProvider clock, ILogger<CapacityBoard> logger)
    : BackgroundService
{
    /// <summary>State store component shared by all applications.</summary>
    public const string Component = "reseau-shared";

    private const string Cursor = "capacity-board";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The key of a service, by resource name.</summary>
    public static string KeyOf(string service) => $"capacity:{service}";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        var kept = await ReadCursorAsync(stopping);
        await foreach (var page in log.FollowPagesAsync<CapacityStated>(kept, stopping))
        {
            foreach (var last in page.Events.GroupBy(recorded => recorded.Stream, StringComparer.Ordinal).Select(stream => stream.Last()))
            {
                var (service, capacity) = (CapacityStated)last.Body;
                await WriteAsync(Names.Service(service), RecordMapper.ToMessage(capacity, last.OccurredAt), stopping);
            }
            // Moved for what was written, and now and then for the rest: reading again is harmless.
            if (page.Position > kept) await MoveCursorAsync(kept = page.Position, stopping);
        }
    }

    private async Task WriteAsync(string service, Contract.Capacity said, CancellationToken cancellation)
    {
        while (true)
        {
            var (bytes, etag) = await dapr.GetByteStateAndETagAsync(Component, KeyOf(service), cancellationToken: cancellation);
            if (!bytes.IsEmpty && Contract.Capacity.Parser.ParseJson(Encoding.UTF8.GetString(bytes.Span)).UpdateTime >= said.UpdateTime) return;
            var text = Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(said));
            if (etag.Length == 0)
            {
                await dapr.SaveByteStateAsync(Component, KeyOf(service), text, cancellationToken: cancellation);
                return;
            }
            if (await dapr.TrySaveByteStateAsync(Component, KeyOf(service), text, etag, cancellationToken: cancellation)) return;
        }
    }

    private async Task<long> ReadCursorAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Cursors.Where(cursor => cursor.Name == Cursor).Select(cursor => (long?)cursor.Position).SingleOrDefaultAsync(cancellation) ?? 0;
    }

    private Task<int> MoveCursorAsync(long position, CancellationToken cancellation) => writer.WriteAsync(async (db, token) =>
    {
        var row = await db.Cursors.FindAsync([Cursor], token);
        if (row is null) db.Cursors.Add(row = new() { Name = Cursor, Owner = "" });
        row.Position = position;
        return await db.SaveChangesAsync(token);
    }, cancellation);

    [LoggerMessage(1020, LogLevel.Warning, "The shared state of capacities is postponed ({Error}); the log keeps everything.")]
    private partial void LogPostponed(string error);
}
