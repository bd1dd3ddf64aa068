using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Reseau.Benchmarks.Running;

/// <summary>Waits until the referral service has heard all that the directory's log says.</summary>
internal static class Followers
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <param name="data">Data folder of the edition.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>How many changes it lacked at first, and how long it took.</returns>
    public static async Task<(long Behind, TimeSpan Elapsed)> WaitAsync(string data, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var head = Ask(data, "partners", "SELECT max(position) FROM events");
        var behind = Behind();
        for (var left = behind; left > 0 && Stopwatch.GetElapsedTime(start) < Patience; left = Behind()) await Task.Delay(Look, cancellation);
        return (behind, Stopwatch.GetElapsedTime(start));

        long Behind() => head - Ask(data, "referrals", "SELECT position FROM cursors WHERE name = 'subscription:partners'");
    }

    private static long Ask(string data, string service, string question)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, $"{service}.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar() as long? ?? 0;
    }
}
