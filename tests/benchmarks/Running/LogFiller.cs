using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reseau.Benchmarks.Data;
using Reseau.Hosting.Log;
using Reseau.Partners;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Views;

namespace Reseau.Benchmarks.Running;

/// <summary>
/// Fills the directory's database through its log, as an import does: commands of some hundred events, each in one transaction with its hashes and
/// views. What was recorded counts as announced, as in a directory that has stood for a while.
/// </summary>
internal static class LogFiller
{
    private const int Batch = 2_000;

    /// <summary>Settings with which the service can be composed, or run alone.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings(string database) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Database:Provider"] = "Sqlite",
        ["Database:ConnectionString"] = $"Data Source={database}",
        ["Keycloak:AuthServerUrl"] = "http://127.0.0.1:9",
        ["Keycloak:Realm"] = "reseau",
        ["Keycloak:Resource"] = "reseau-partners",
        ["Keycloak:Audience"] = "reseau",
        ["Keycloak:SslRequired"] = "none",
        ["Keycloak:Credentials:Secret"] = "none",
        ["Services:referrals"] = "http://127.0.0.1:9",
        ["Services:conventions"] = "http://127.0.0.1:9",
        ["DAPR_GRPC_ENDPOINT"] = "http://127.0.0.1:9",
        ["DAPR_HTTP_ENDPOINT"] = "http://127.0.0.1:9",
        ["APP_API_TOKEN"] = "none",
    };

    /// <summary>Fills a new database; gives how many events there are, and how long it took.</summary>
    public static async Task<(int Events, TimeSpan Elapsed)> FillAsync(string database, SyntheticDirectory directory, CancellationToken cancellation)
    {
        await using var app = PartnersApp.Build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(Settings(database));
            builder.Logging.ClearProviders();
        });
        await LogSetup.MigrateAsync<PartnersDb>(app.Services);
        var commands = app.Services.GetRequiredService<CommandLog<PartnersDb>>();
        var start = Stopwatch.GetTimestamp();
        var events = 0;
        foreach (var batch in directory.Changes().Chunk(Batch))
        {
            var command = new Command("", "", $"fill-{events}", [], "", SyntheticDirectory.SaidAt);
            await commands.ExecuteAsync(command, async (unit, token) =>
            {
                Appending[] appendings = [.. batch.Select(ToAppending)];
                await unit.AppendManyAsync(appendings, token);
                return new(appendings[^1].Stream, appendings[^1].After + 1);
            }, cancellation);
            events += batch.Length;
        }

        await AnnouncedAsync(app.Services, events, cancellation);
        return (events, Stopwatch.GetElapsedTime(start));
    }

    // Its place was said right after it was published.
    private static Appending ToAppending(DirectoryChange change) => change.Event switch
    {
        InstitutionRegistered(var institution) => new($"institutions/{institution.Id}", 0, change.Event),
        StructurePublished(var structure) => new($"structures/{structure.Id}", 0, change.Event),
        ServicePublished(var service) => new($"services/{service.Id}", 0, change.Event),
        CapacityStated(var service, _) => new($"services/{service}", 1, change.Event),
        _ => throw new InvalidOperationException($"{change.Event.GetType().Name} is not made here."),
    };

    private static async Task AnnouncedAsync(IServiceProvider services, long position, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PartnersDb>>().CreateDbContextAsync(cancellation);
        db.Cursors.Add(new() { Name = "publisher", Owner = "", Position = position });
        await db.SaveChangesAsync(cancellation);
    }
}
