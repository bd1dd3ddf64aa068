using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Reseau.Hosting.Log;

/// <summary>Registers a service's event log on the provider it is configured for, and brings its schema up to date.</summary>
public static class LogSetup
{
    /// <summary>Adds the database, its writer and the readers of the log.</summary>
    public static IServiceCollection AddEventLog<TDb, TLog>(this IServiceCollection services, DatabaseOptions database)
        where TDb : LogDb
        where TLog : ServiceLog<TDb>, new()
    {
        services.AddPooledDbContextFactory<TDb>(options => Configure(options, database));
        services.AddSingleton<ServiceLog<TDb>, TLog>();
        services.AddSingleton<LogSignal>().AddSingleton<LogTail>();
        if (database.IsPostgres) services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PostgresLogListener>(provider, database.ConnectionString));
        services.AddSingleton<ILogWriter<TDb>, LogWriter<TDb>>().AddSingleton<CommandLog<TDb>>().AddSingleton<LogReader<TDb>>();
        return services.AddSingleton<LogVerifier<TDb>>().AddSingleton<ViewRebuilder<TDb>>();
    }

    /// <summary>Creates or migrates the schema.</summary>
    public static async Task MigrateAsync<TDb>(IServiceProvider services) where TDb : LogDb
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContextAsync();
        if (!(await db.Database.GetPendingMigrationsAsync()).Any()) return;
        // EF Core's SQLite lock is a row: a process killed while migrating leaves it, and the next one would wait for ever.
        // A SQLite file has one process, this one.
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        await db.Database.MigrateAsync();
    }

    /// <summary>The provider's options, shared with tests.</summary>
    public static void Configure(DbContextOptionsBuilder options, DatabaseOptions database)
    {
        if (database.IsPostgres) options.UseNpgsql(Preparing(database.ConnectionString));
        else options.UseSqlite(database.ConnectionString).AddInterceptors(new SqlitePragmas());
        // Migrations are written by hand, without a model snapshot; a test compares both schemas instead.
        options.ConfigureWarnings(warnings => warnings
            .Ignore(RelationalEventId.PendingModelChangesWarning)
            .Ignore(RelationalEventId.MigrationsNotFound)
            // Counting up to a bound needs no order; pages say theirs.
            .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)
            // A lost race or a refusal is not an error of the database: whoever handles it logs it.
            .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
    }

    // A service asks the same few things: parsing and planning them each time costs PostgreSQL more than answering does. Whoever says it
    // otherwise, because a pooler stands between, is obeyed.
    private static string Preparing(string connection) => new DbConnectionStringBuilder { ConnectionString = connection }.ContainsKey("Max Auto Prepare")
        ? connection
        : new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 200 }.ConnectionString;
}
