using System.Globalization;
using System.Text;
using Npgsql;

namespace Reseau.Benchmarks.Engines;

/// <summary>
/// The directory in PostgreSQL. A narrow table is searched, so that many of its rows share a page; what a hit shows is in another one. One GIN
/// index over words, zones, themes and the other lists intersects them before any row is read; a GiST index finds what is near, on points of the
/// Earth as <c>earthdistance</c> makes them (a <c>cube</c> in metres), with the radius that Réseau uses. Neighbours stand side by side, as in our own index.
/// </summary>
internal static class PostgresTables
{
    private const string Schema = """
        CREATE EXTENSION cube;
        CREATE EXTENSION intarray;
        CREATE TABLE services (
            number int PRIMARY KEY, weight real NOT NULL, remote boolean NOT NULL, on_site boolean NOT NULL, referrals boolean NOT NULL, room boolean NOT NULL,
            fee smallint NOT NULL, type smallint NOT NULL, place cube, themes int[] NOT NULL, publics int[] NOT NULL, zones int[] NOT NULL,
            typologies int[] NOT NULL, languages int[] NOT NULL, accessibility int[] NOT NULL, words tsvector NOT NULL);
        CREATE TABLE records (number int PRIMARY KEY, record text NOT NULL);
        ALTER TABLE records ALTER record SET STORAGE EXTERNAL;
        """;

    private const string Indexes = """
        CREATE INDEX services_place ON services USING gist (place);
        CLUSTER services USING services_place;
        CREATE INDEX ON services USING gin (words, themes gin__int_ops, zones gin__int_ops, publics gin__int_ops, languages gin__int_ops, accessibility gin__int_ops) WITH (fastupdate = off);
        CREATE INDEX ON services (number) WHERE remote;
        VACUUM ANALYZE services;
        VACUUM ANALYZE records;
        """;

    public static async Task FillAsync(NpgsqlDataSource database, IEnumerable<FlatService> services, CancellationToken cancellation)
    {
        await RunAsync(database, Schema, cancellation);
        await using (var search = await database.OpenConnectionAsync(cancellation))
        await using (var records = await database.OpenConnectionAsync(cancellation))
        await using (var toSearch = await search.BeginTextImportAsync("COPY services FROM STDIN", cancellation))
        await using (var toRecords = await records.BeginTextImportAsync("COPY records FROM STDIN", cancellation))
        {
            foreach (var service in services)
            {
                await toSearch.WriteAsync(Line(service).AsMemory(), cancellation);
                var record = service.Record.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
                await toRecords.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{service.Number}\t{record}\n").AsMemory(), cancellation);
            }
        }

        await RunAsync(database, Indexes, cancellation);
    }

    /// <summary>Statements one by one: VACUUM wants no transaction around it.</summary>
    private static async Task RunAsync(NpgsqlDataSource database, string statements, CancellationToken cancellation)
    {
        foreach (var statement in statements.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = database.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static string Line(FlatService service)
    {
        var line = new StringBuilder();
        var place = service.Position is var (x, y, z) ? string.Create(CultureInfo.InvariantCulture, $"({x:R}, {y:R}, {z:R})") : "\\N";
        line.Append(CultureInfo.InvariantCulture, $"{service.Number}\t{service.Weight:R}\t{Bit(service.Remote)}\t{Bit(service.OnSite)}\t{Bit(service.AcceptsReferrals)}\t{Bit(service.HasRoom)}\t");
        line.Append(CultureInfo.InvariantCulture, $"{service.Fee}\t{service.Type}\t{place}");
        foreach (var list in (int[][])[service.Themes, service.Publics, service.Zones, service.Typologies, service.Languages, service.Accessibility])
            line.Append("\t{").AppendJoin(',', list).Append('}');
        line.Append('\t');
        Append(line, service.Name, 'A');
        Append(line, service.Labels, 'B');
        Append(line, service.Description, 'D');
        return line.Append('\n').ToString();
    }

    private static void Append(StringBuilder line, IEnumerable<string> stems, char weight)
    {
        // The default weight is written without its letter.
        foreach (var stem in stems) line.Append('\'').Append(stem).Append("':1").Append(weight == 'D' ? "" : weight).Append(' ');
    }

    private static char Bit(bool value) => value ? 't' : 'f';
}
