using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Conventions;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Partners;
using Reseau.Partners.Views;
using Reseau.Referrals;
using Reseau.Referrals.Views;
using Reseau.Testing.Databases;
using Reseau.Training;
using Reseau.Training.Views;

namespace Reseau.Conformance.EventLog;

public sealed class MigratingTheSchema
{
    // What makes a schema: every column with its type, every key and index with its columns and their order.
    private const string OfSqlite = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '') || ' key ' || c.pk
        FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
        UNION ALL
        SELECT 'index ' || m.name || ' ' || i.name || ' unique ' || i."unique" || ' ' || (SELECT group_concat(x.name || ' ' || x."desc", ', ') FROM pragma_index_xinfo(i.name) x WHERE x.key = 1)
        FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND i.origin = 'c'
        """;

    private const string OfPostgres = """
        SELECT format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default)
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """;

    [Theory, OnEveryProvider]
    public Task The_schema_of_the_directory_equals_its_model(DatabaseProvider provider) => EqualsItsModelAsync<PartnersDb, PartnersLog>(provider);

    [Theory, OnEveryProvider]
    public Task The_schema_of_the_referrals_equals_its_model(DatabaseProvider provider) => EqualsItsModelAsync<ReferralsDb, ReferralsLog>(provider);

    [Theory, OnEveryProvider]
    public Task The_schema_of_the_conventions_equals_its_model(DatabaseProvider provider) => EqualsItsModelAsync<ConventionsDb, ConventionsLog>(provider);

    [Theory, OnEveryProvider]
    public Task The_schema_of_the_training_equals_its_model(DatabaseProvider provider) => EqualsItsModelAsync<TrainingDb, TrainingLog>(provider);

    [Theory, OnEveryProvider]
    public Task The_schema_of_the_counters_equals_its_model(DatabaseProvider provider) => EqualsItsModelAsync<CounterDb, CounterLog>(provider);

    [Theory, OnEveryProvider]
    public async Task Migrating_again_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var services = ServicesOf<CounterDb, CounterLog>(database);
        await LogSetup.MigrateAsync<CounterDb>(services);
        var before = await SchemaAsync<CounterDb>(services);

        await LogSetup.MigrateAsync<CounterDb>(services);

        Assert.Equal(before, await SchemaAsync<CounterDb>(services));
    }

    [Fact]
    public async Task On_SQLite_the_lock_that_a_killed_migration_left_holds_up_nobody()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using (var killed = new SqliteConnection(database.Options.ConnectionString))
        {
            await killed.OpenAsync();
            await using var left = killed.CreateCommand();
            left.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await left.ExecuteNonQueryAsync();
        }
        await using var services = ServicesOf<CounterDb, CounterLog>(database);

        await LogSetup.MigrateAsync<CounterDb>(services).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.NotEmpty(await SchemaAsync<CounterDb>(services));
    }

    [Fact]
    public async Task On_SQLite_the_empty_file_that_a_killed_start_left_is_filled()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await File.WriteAllBytesAsync(new SqliteConnectionStringBuilder(database.Options.ConnectionString).DataSource, []);
        await using var services = ServicesOf<CounterDb, CounterLog>(database);

        await LogSetup.MigrateAsync<CounterDb>(services);

        Assert.NotEmpty(await SchemaAsync<CounterDb>(services));
    }

    [Fact]
    public async Task On_PostgreSQL_replicas_that_start_together_migrate_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var one = ServicesOf<CounterDb, CounterLog>(database);
        await using var other = ServicesOf<CounterDb, CounterLog>(database);

        await Task.WhenAll(LogSetup.MigrateAsync<CounterDb>(one), LogSetup.MigrateAsync<CounterDb>(other));

        Assert.NotEmpty(await SchemaAsync<CounterDb>(one));
    }

    private static async Task EqualsItsModelAsync<TDb, TLog>(DatabaseProvider provider)
        where TDb : LogDb
        where TLog : ServiceLog<TDb>, new()
    {
        await using var migrated = await TestDatabase.CreateAsync(provider);
        await using var created = await TestDatabase.CreateAsync(provider);
        await using var byMigration = ServicesOf<TDb, TLog>(migrated);
        await using var byModel = ServicesOf<TDb, TLog>(created);
        await LogSetup.MigrateAsync<TDb>(byMigration);
        await using (var db = await byModel.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContextAsync())
        {
            await db.GetService<IRelationalDatabaseCreator>().EnsureCreatedAsync();
        }

        Assert.Equal(await SchemaAsync<TDb>(byModel), await SchemaAsync<TDb>(byMigration));
    }

    private static async Task<string[]> SchemaAsync<TDb>(ServiceProvider services) where TDb : LogDb
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContextAsync();
        var lines = await db.Database.SqlQueryRaw<string>(db.Database.IsSqlite() ? OfSqlite : OfPostgres).ToListAsync();
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static ServiceProvider ServicesOf<TDb, TLog>(TestDatabase database)
        where TDb : LogDb
        where TLog : ServiceLog<TDb>, new() =>
        new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddEventLog<TDb, TLog>(database.Options).BuildServiceProvider();
}
