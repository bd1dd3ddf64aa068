using System.Text;
using Dapr.Client;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Messaging;

/// <summary>
/// Puts what a log last said where every application reads it: the state shared by all, a message in JSON under each key. The log is the
/// record; this follows it, and an older word never replaces a newer one, whoever of several replicas writes.
/// </summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <typeparam name="TEvent">The event that says it.</typeparam>
/// <typeparam name="TMessage">What is put there.</typeparam>
public abstract partial class StateBoard<TDb, TEvent, TMessage>(
    LogReader<TDb> log, ILogWriter<TDb> writer, IDbContextFactory<TDb> databases, DaprClient dapr, TimeProvider clock, ILogger logger)
    : BackgroundService where TDb : LogDb where TMessage : IMessage<TMessage>, new()
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly MessageParser<TMessage> Parser = new(() => new());

    /// <summary>Name of its cursor.</summary>
    protected abstract string Cursor { get; }

    /// <summary>Where it goes.</summary>
    protected abstract (string Key, TMessage Message) Write(RecordedEvent recorded);

    /// <summary>Whether what is there is as new as what would be put.</summary>
    protected abstract bool IsAsNew(TMessage there, TMessage said);

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
                LogPostponed(Cursor, failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        var kept = await ReadCursorAsync(stopping);
        await foreach (var page in log.FollowPagesAsync<TEvent>(kept, stopping))
        {
            foreach (var last in page.Events.GroupBy(recorded => recorded.Stream, StringComparer.Ordinal).Select(stream => stream.Last()))
            {
                var (key, message) = Write(last);
                await PutAsync(key, message, stopping);
            }
            // Moved for what was written, and now and then for the rest: reading again is harmless.
            if (page.Position > kept) await MoveCursorAsync(kept = page.Position, stopping);
        }
    }

    private async Task PutAsync(string key, TMessage said, CancellationToken cancellation)
    {
        while (true)
        {
            var (bytes, etag) = await dapr.GetByteStateAndETagAsync(Topics.SharedState, key, cancellationToken: cancellation);
            if (!bytes.IsEmpty && IsAsNew(Parser.ParseJson(Encoding.UTF8.GetString(bytes.Span)), said)) return;
            var text = Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(said));
            if (etag.Length == 0)
            {
                await dapr.SaveByteStateAsync(Topics.SharedState, key, text, cancellationToken: cancellation);
                return;
            }
            if (await dapr.TrySaveByteStateAsync(Topics.SharedState, key, text, etag, cancellationToken: cancellation)) return;
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

    [LoggerMessage(130, LogLevel.Warning, "The shared state of {Cursor} is postponed ({Error}); the log keeps everything.")]
    private partial void LogPostponed(string cursor, string error);
}
