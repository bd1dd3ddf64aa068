using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

/// <summary>The event log of counters, as a service has it, on one provider; other services may read it by gRPC.</summary>
internal sealed class LogUnderTest : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly bool _ownsDatabase;
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private LogUnderTest(TestDatabase database, bool ownsDatabase, TimeProvider clock, WebApplication app)
    {
        (_database, _ownsDatabase, Clock, _app) = (database, ownsDatabase, clock, app);
        _channel = GrpcChannel.ForAddress(app.Urls.Single());
    }

    public TimeProvider Clock { get; }

    public IServiceProvider Services => _app.Services;

    public LogReader<CounterDb> Reader => Services.GetRequiredService<LogReader<CounterDb>>();

    public CommandLog<CounterDb> Commands => Services.GetRequiredService<CommandLog<CounterDb>>();

    /// <summary>What other services call to read this log.</summary>
    public LogService.LogServiceClient Remote => new(_channel);

    public static async Task<LogUnderTest> StartAsync(DatabaseProvider provider, TimeProvider? clock = null) =>
        await StartAsync(await TestDatabase.CreateAsync(provider), ownsDatabase: true, clock ?? TimeProvider.System);

    /// <summary>Another process of the same service on the same database (PostgreSQL only: a file has one process).</summary>
    public Task<LogUnderTest> ReplicaAsync() => StartAsync(_database, ownsDatabase: false, Clock);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
        if (_ownsDatabase) await _database.DisposeAsync();
    }

    /// <summary>Counts: loads, decides on what is there, appends.</summary>
    public Task<StreamVersion> CountAsync(
        string counter, int by = 1, string? requestId = null, string institution = "caf-35", string etag = "", IMessage? personal = null) =>
        Commands.ExecuteAsync(CommandOf($"{counter} {by}", requestId, institution), async (unit, cancellation) =>
        {
            var history = await unit.ReadAsync(counter, cancellation);
            Etag.Check(etag, counter, history.Count);
            if (personal is not null) await PersonalData.SealAsync(unit.Db, counter, "person", personal, cancellation);
            var events = Counter.Count(history.Sum(recorded => ((Counted)recorded.Body).By), by).EventsOrThrow();
            return await unit.AppendAsync(counter, history.Count, events, cancellation);
        }, CancellationToken.None);

    public Command CommandOf(string body, string? requestId = null, string institution = "caf-35") => new(
        institution, "karim", requestId ?? Guid.NewGuid().ToString(), SHA256.HashData(Encoding.UTF8.GetBytes(body)), "4bf92f3577b34da6a3ce929d0e0e4736",
        DateTimeOffset.UnixEpoch.AddMicroseconds((Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond));

    public async Task<T> ReadAsync<T>(Func<CounterDb, Task<T>> question)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<CounterDb>>().CreateDbContextAsync();
        return await question(db);
    }

    /// <summary>Positions that a reader is told after one, up to another.</summary>
    public async Task<List<long>> SeenAsync(long after, long until, CancellationToken cancellation)
    {
        List<long> seen = [];
        await foreach (var (_, recorded) in Reader.FollowAsync(after, audience: null, cancellation))
        {
            if (recorded is null) continue;
            seen.Add(recorded.Position);
            if (recorded.Position >= until) break;
        }
        return seen;
    }

    public Task<List<EventRow>> EventsAsync() => ReadAsync(db => db.Events.AsNoTracking().OrderBy(e => e.Position).ToListAsync());

    /// <summary>What an intruder with access to the database does.</summary>
    public Task<int> TamperAsync(string sql) => ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>The subscription of this service to the log of another.</summary>
    public Subscriber<CounterDb> SubscriberTo(LogService.LogServiceClient source, ISubscription<CounterDb> subscription) =>
        ActivatorUtilities.CreateInstance<Subscriber<CounterDb>>(Services, subscription, source);

    private static async Task<LogUnderTest> StartAsync(TestDatabase database, bool ownsDatabase, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(clock);
        builder.Services.AddEventLog<CounterDb, CounterLog>(database.Options);
        builder.Services.AddGrpc();

        var app = builder.Build();
        app.MapGrpcService<LogEndpoint<CounterDb>>();
        await LogSetup.MigrateAsync<CounterDb>(app.Services);
        await app.StartAsync();
        return new(database, ownsDatabase, clock, app);
    }
}
