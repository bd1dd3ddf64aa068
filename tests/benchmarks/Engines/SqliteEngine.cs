using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Reseau.Benchmarks.Data;

namespace Reseau.Benchmarks.Engines;

/// <summary>The same questions to SQLite in this process, over connections that stay open.</summary>
internal sealed class SqliteEngine(string connectionString, FlatReader reader) : ISetEngine
{
    private readonly ConcurrentBag<SqliteConnection> _free = [];

    public string Name => "SQLite FTS5, in process";

    public ValueTask<int> AskAsync(Question question, CancellationToken cancellation)
    {
        var total = Ask(question, anyWord: false);
        return ValueTask.FromResult(total == 0 && question.Words.Count > 1 ? Ask(question, anyWord: true) : total);
    }

    public ValueTask<ServiceSet> AllAsync(Question question, CancellationToken cancellation)
    {
        var all = All(question, anyWord: false);
        return ValueTask.FromResult(all.Count == 0 && question.Words.Count > 1 ? All(question, anyWord: true) : all);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var connection in _free) connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private int Ask(Question question, bool anyWord)
    {
        var sql = new SqliteQuery(question, reader, anyWord);
        return With(connection =>
        {
            using var command = sql.ToCommand(connection, sql.Page);
            using var rows = command.ExecuteReader();
            var (total, characters) = (0, 0);
            while (rows.Read())
            {
                total = rows.GetInt32(0);
                characters += rows.GetString(1).Length;
            }

            return characters == 0 ? 0 : total;
        });
    }

    private ServiceSet All(Question question, bool anyWord)
    {
        var sql = new SqliteQuery(question, reader, anyWord);
        return With(connection =>
        {
            using var command = sql.ToCommand(connection, sql.All);
            using var rows = command.ExecuteReader();
            var numbers = new List<int>();
            while (rows.Read()) numbers.Add(rows.GetInt32(0));
            return ServiceSet.Of(numbers);
        });
    }

    private T With<T>(Func<SqliteConnection, T> work)
    {
        if (!_free.TryTake(out var connection)) connection = Open();
        try
        {
            return work(connection);
        }
        finally
        {
            _free.Add(connection);
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only=1; PRAGMA cache_size=-524288; PRAGMA mmap_size=4294967296; PRAGMA temp_store=MEMORY;";
        command.ExecuteNonQuery();
        return connection;
    }
}
