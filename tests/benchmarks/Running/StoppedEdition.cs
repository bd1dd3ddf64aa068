using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reseau.Hosting.Log;

namespace Reseau.Benchmarks.Running;

/// <summary>The databases of an edition that is stopped, as its services open them.</summary>
internal static class StoppedEdition
{
    /// <summary>Composes a service on its database, without anything around it.</summary>
    public static void Compose(WebApplicationBuilder builder, string service, Func<string, (string Provider, string Connection)> database)
    {
        var (provider, connection) = database(service);
        builder.Configuration.AddInMemoryCollection(LogFiller.Settings("")).AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = provider,
            ["Database:ConnectionString"] = connection,
            ["Services:partners"] = "http://127.0.0.1:9",
            ["Services:conventions"] = "http://127.0.0.1:9",
        });
        builder.Logging.ClearProviders();
    }

    /// <summary>Says how far a reader of a log has come.</summary>
    public static async Task MoveAsync<TDb>(IServiceProvider services, string cursor, long position, CancellationToken cancellation) where TDb : LogDb
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContextAsync(cancellation);
        if (await db.Cursors.FindAsync([cursor], cancellation) is { } known) known.Position = position;
        else db.Cursors.Add(new() { Name = cursor, Owner = "", Position = position });
        await db.SaveChangesAsync(cancellation);
    }
}
