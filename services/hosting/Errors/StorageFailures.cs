using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Reseau.Hosting.Errors;

/// <summary>Tells what passes by itself, or once there is room again, from bugs: the first is answered with "later", and nothing was kept.</summary>
internal static class StorageFailures
{
    // https://sqlite.org/rescode.html: SQLITE_BUSY, SQLITE_LOCKED, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN. A full disk may be any of the last three.
    private static readonly int[] Passing = [5, 6, 10, 13, 14];

    /// <summary>Whether the database could not do its work now.</summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        DbUpdateException { InnerException: { } cause } => IsPassing(cause),
        SqliteException sqlite => Passing.Contains(sqlite.SqliteErrorCode),
        DbException database => database.IsTransient,
        _ => failure is TimeoutException,
    };
}
