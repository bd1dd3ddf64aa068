using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Reseau.Benchmarks.Engines;

/// <summary>
/// The directory in SQLite. FTS5 intersects posting lists, of words and of codes alike: a code is a word of the column <c>codes</c>, its kind in
/// front. What is left is looked up in a narrow table. Points of the Earth are kept in metres, so that a distance needs no trigonometry.
/// </summary>
internal static class SqliteTables
{
    private const string Schema = """
        PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-262144;
        CREATE VIRTUAL TABLE words USING fts5(name, labels, description, codes, content='', detail=column);
        CREATE TABLE services (number INTEGER PRIMARY KEY, weight REAL, remote INTEGER, on_site INTEGER, x REAL, y REAL, z REAL);
        CREATE TABLE codes (number INTEGER, code TEXT, PRIMARY KEY (number, code)) WITHOUT ROWID;
        CREATE TABLE records (number INTEGER PRIMARY KEY, record TEXT);
        """;

    public static void Fill(string connectionString, IEnumerable<FlatService> services)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        Run(connection, Schema);
        using (var transaction = connection.BeginTransaction())
        {
            using var words = Insert(connection, "words(rowid, name, labels, description, codes)", 5);
            using var narrow = Insert(connection, "services", 7);
            using var codes = Insert(connection, "codes", 2);
            using var records = Insert(connection, "records", 2);
            foreach (var service in services)
            {
                string[] all = [.. CodesOf(service)];
                Run(words, service.Number, string.Join(' ', service.Name), string.Join(' ', service.Labels), string.Join(' ', service.Description), string.Join(' ', all));
                var place = service.Position;
                Run(narrow, service.Number, service.Weight, service.Remote ? 1 : 0, service.OnSite ? 1 : 0, place?.X, place?.Y, place?.Z);
                // What the score asks of a row.
                foreach (var code in all.Where(code => code[0] is 'z' or 'p')) Run(codes, service.Number, code);
                Run(records, service.Number, service.Record);
            }

            transaction.Commit();
        }

        Run(connection, "INSERT INTO words(words) VALUES ('optimize'); ANALYZE; PRAGMA journal_mode=WAL;");
    }

    private static IEnumerable<string> CodesOf(FlatService service)
    {
        (char Kind, int[] Codes)[] lists =
        [
            ('t', service.Themes), ('p', service.Publics), ('z', service.Zones), ('l', service.Languages), ('a', service.Accessibility),
            ('f', [service.Fee]), ('k', [service.Type]),
        ];
        foreach (var (kind, codes) in lists)
        {
            foreach (var code in codes.Distinct()) yield return string.Create(CultureInfo.InvariantCulture, $"{kind}{code + 1}");
        }

        if (service.Remote) yield return "remote";
        if (service.OnSite) yield return "onsite";
        if (service.AcceptsReferrals) yield return "referrals";
        if (service.HasRoom) yield return "room";
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, int values)
    {
        var command = connection.CreateCommand();
        var names = Enumerable.Range(1, values).Select(i => $"${i}").ToList();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(',', names)})";
        foreach (var name in names) command.Parameters.Add(new() { ParameterName = name });
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
