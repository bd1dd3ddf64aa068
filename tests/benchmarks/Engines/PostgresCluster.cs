using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Reseau.Sidecar;

namespace Reseau.Benchmarks.Engines;

/// <summary>
/// A PostgreSQL of our own from Debian's package, set up as an administrator of such a machine would: everything fits in its buffers, no just-in-time
/// compiler for short queries, cheap random reads. It ends with this process: the script that runs it reads a pipe, which closes. Without a folder
/// of its own nothing of it remains.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Script = """
        set -e
        dir=${3:-$(mktemp -d "${TMPDIR:-/tmp}/reseau-benchmark.XXXXXX")}
        [ -d "$dir/data" ] || "$1/initdb" -D "$dir/data" -U reseau -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        "$1/postgres" -D "$dir/data" -k "$dir" -c listen_addresses=127.0.0.1 -c port="$2" -c shared_buffers=2GB -c effective_cache_size=6GB -c work_mem=64MB \
          -c maintenance_work_mem=1GB -c random_page_cost=1.1 -c effective_io_concurrency=200 -c jit=off -c max_wal_size=8GB -c default_statistics_target=500 \
          -c max_parallel_workers_per_gather=0 >"$dir/log" 2>&1 &
        server=$!
        until "$1/pg_isready" -q -h 127.0.0.1 -p "$2"; do kill -0 $server 2>/dev/null || { cat "$dir/log" >&2; exit 1; }; sleep 0.1; done
        echo ready
        cat >/dev/null || true
        kill -INT $server; wait $server || true
        [ -n "$3" ] || rm -rf "$dir"
        """;

    private readonly Process _script;

    private PostgresCluster(Process script, int port)
    {
        _script = script;
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "reseau", Database = "postgres", MaxPoolSize = 20, MinPoolSize = 4, MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, CommandTimeout = 600,
        };
        Database = NpgsqlDataSource.Create(connection);
        Server = $"Host={connection.Host};Port={connection.Port};Username={connection.Username}";
    }

    /// <summary>Connection string of the server, without database.</summary>
    public string Server { get; }

    /// <summary>A pool of connections; statements used twice are prepared.</summary>
    public NpgsqlDataSource Database { get; }

    /// <param name="folder">Where it keeps its files, for another time; null for a temporary one.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<PostgresCluster> StartAsync(string? folder, CancellationToken cancellation)
    {
        var port = FreePort.Take();
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            // Its account is not ours.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("777", 8));
        }
        // PostgreSQL refuses to run as root; Debian's package makes an account for it.
        string[] shell = ["sh", "-c", Script, "sh", FindBinaries(), port.ToString(CultureInfo.InvariantCulture), folder is null ? "" : Path.GetFullPath(folder)];
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var script = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        return await script.StandardOutput.ReadLineAsync(cancellation) == "ready"
            ? new(script, port)
            : throw new InvalidOperationException($"PostgreSQL did not start: {await script.StandardError.ReadToEndAsync(cancellation)}");
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _script.StandardInput.Close();
        await _script.WaitForExitAsync();
        _script.Dispose();
    }

    private static string FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        return (Directory.Exists(debian) ? Directory.GetDirectories(debian) : [])
            .Select(folder => Path.Combine(folder, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .MaxBy(folder => int.Parse(Path.GetFileName(Path.GetDirectoryName(folder)!), CultureInfo.InvariantCulture))
            ?? throw new InvalidOperationException($"No {debian}/*/bin/initdb found. On Debian: apt-get install -y postgresql");
    }
}
