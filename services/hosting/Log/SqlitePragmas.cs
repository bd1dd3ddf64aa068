using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Reseau.Hosting.Log;

/// <summary>
/// WAL lets readers and the writer work side by side; synchronous=FULL makes a commit survive a power cut, which WAL
/// alone does not promise; what is deleted is overwritten, so that an erased key does not linger in the file. Said once to each native connection: the pool gives it out many times, and it remembers.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA cache_size=-8000; PRAGMA secure_delete=ON;";

    private static readonly ConditionalWeakTable<object, object> Told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (((SqliteConnection)connection).Handle is not { } native || Told.TryGetValue(native, out _)) return;
        // EF Core looks read-only whether the file exists. One that a killed start left empty is not in WAL mode yet, and
        // such a connection cannot put it there.
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly) return;
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
        Told.Add(native, Sql);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
