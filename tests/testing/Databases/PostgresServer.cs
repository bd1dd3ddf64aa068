using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Reseau.Sidecar;

namespace Reseau.Testing.Databases;

/// <summary>
/// A throw-away PostgreSQL cluster from Debian's packages, one for the test process. It is durable like a real one
/// (fsync on), sorts French as a French administrator would set it up, and ends with the process however that ends:
/// the script that runs it reads a pipe, which closes.
/// </summary>
public sealed class PostgresServer
{
    private const string Script = """
        set -e
        dir=$(mktemp -d "${TMPDIR:-/tmp}/reseau-postgres.XXXXXX")
        "$1/initdb" -D "$dir/data" -U reseau -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=fr --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        "$1/postgres" -D "$dir/data" -k "$dir" -c listen_addresses=127.0.0.1 -c port="$2" -c max_connections=300 -c fsync=on >"$dir/log" 2>&1 &
        server=$!
        until "$1/pg_isready" -q -h 127.0.0.1 -p "$2"; do kill -0 $server 2>/dev/null || { cat "$dir/log" >&2; exit 1; }; sleep 0.05; done
        echo ready
        cat >/dev/null || true
        kill -INT $server; wait $server || true
        rm -rf "$dir"
        """;

    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);

    // Held on to: once collected, the pipe to the script would close.
    private readonly Process _process;
    private readonly NpgsqlConnectionStringBuilder _server;

    private PostgresServer(Process process, int port) => (_process, _server) =
        (process, new() { Host = "127.0.0.1", Port = port, Username = "reseau", Database = "postgres", Pooling = false });

    /// <summary>The cluster of this process, started when first asked for.</summary>
    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = name, Pooling = true, MaxPoolSize = 60 }.ConnectionString;
    }

    /// <summary>Removes a database, whoever is still connected.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        await using (var pooled = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(pooled);
        await ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var port = FreePort.Take();
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // PostgreSQL refuses to run as root; Debian's package makes an account for it.
        string[] shell = ["sh", "-c", Script, "sh", FindBinaries(), port.ToString(CultureInfo.InvariantCulture)];
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        start.FileName = command[0];
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);

        var process = Process.Start(start) ?? throw new InvalidOperationException("The PostgreSQL cluster of the tests could not be started.");
        if (await process.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException($"The PostgreSQL cluster of the tests did not start: {await process.StandardError.ReadToEndAsync()}");
        return new(process, port);
    }

    private static string FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        var newest = (Directory.Exists(debian) ? Directory.GetDirectories(debian) : [])
            .Select(folder => Path.Combine(folder, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .MaxBy(folder => int.Parse(Path.GetFileName(Path.GetDirectoryName(folder)!), CultureInfo.InvariantCulture));
        return newest ?? throw new InvalidOperationException(
            $"These tests need PostgreSQL: no {debian}/*/bin/initdb found. On Debian: apt-get install -y postgresql");
    }

    private async Task ExecuteAsync(string sql)
    {
        Assert.False(_process.HasExited, "The PostgreSQL cluster of the tests has ended.");
        await using var connection = new NpgsqlConnection(_server.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // Names are made here, of hexadecimal digits.
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
