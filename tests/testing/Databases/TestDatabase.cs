using Microsoft.Data.Sqlite;
using Reseau.Hosting.Log;

namespace Reseau.Testing.Databases;

/// <summary>An empty database of a test's own.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    private TestDatabase(DatabaseOptions options, Func<Task> drop) => (Options, _drop) = (options, drop);

    /// <summary>What a service is told to use it.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>Makes one.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Sqlite) return Sqlite();
        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        return new(new() { Provider = "PostgreSQL", ConnectionString = connection }, () => server.DropDatabaseAsync(connection));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _drop();

    private static TestDatabase Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("reseau-test-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "service.db")}";
        return new(new() { Provider = "Sqlite", ConnectionString = connection }, () =>
        {
            using (var pooled = new SqliteConnection(connection)) SqliteConnection.ClearPool(pooled);
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }
}
