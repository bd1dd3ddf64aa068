using System.Globalization;
using Microsoft.Data.Sqlite;
using Reseau.Benchmarks.Data;
using Reseau.Kernel.Vocabularies;
using Reseau.Partners.Search;

namespace Reseau.Benchmarks.Engines;

/// <summary>A question to SQLite: what can be is said to FTS5, the rest in SQL; the score is that of <see cref="PostgresQuery"/>, with FTS5's own measure of words.</summary>
internal sealed class SqliteQuery
{
    private readonly List<object> _values = [];
    private readonly List<string> _match = [];
    private readonly List<string> _score = ["weight"];
    private readonly string _points = "0";
    private readonly string _near = "";

    public SqliteQuery(Question question, FlatReader reader, bool anyWord)
    {
        var query = question.Query;
        if (question.Words.Count > 0)
        {
            _match.Add($"({{name labels description}} : ({TextOf(question, anyWord)}))");
            _score.Add("points");
            _points = "-bm25(words, 50, 35, 20, 0)";
        }

        AddCodes('t', Vocabulary.Themes, query.ThemeFamily is { } family ? [.. Vocabulary.Themes.Where(theme => theme.Family == family).Select(theme => theme.Code)] : query.Themes);
        if (query.Publics.Count > 0) AddPublics(query);
        AddCodes('f', Vocabulary.Fees, query.Fees);
        AddCodes('k', Vocabulary.ServiceTypes, query.Types);
        AddCodes('l', Vocabulary.Languages, query.Languages);
        foreach (var need in query.Accessibility) AddCodes('a', Vocabulary.Accessibility, [need]);
        if (query.WithRoomOnly) AddCodes("room");
        if (query.AcceptsReferralsOnly) AddCodes("referrals");
        if (query.RemoteOnly) AddCodes("remote");
        if (query.CommuneInsee is { } insee) _near = AddPlace(insee, query, reader);
        Value(string.Join(" AND ", _match));
    }

    /// <summary>The numbers of all that matches.</summary>
    public string All => $"{Matched} SELECT services.number {Found}";

    /// <summary>The first page and how many there are.</summary>
    public string Page => $"""
        {Matched}
        SELECT found.total, record FROM (
            SELECT services.number AS number, {string.Join(" + ", _score)} AS score, count(*) OVER () AS total {Found} ORDER BY score DESC, services.number LIMIT 20) found
        JOIN records ON records.number = found.number ORDER BY found.score DESC, found.number
        """;

    // Apart, because FTS5 gives no points beside a window function.
    private string Matched => $"WITH matched AS MATERIALIZED (SELECT rowid AS number, {_points} AS points FROM words WHERE words MATCH ${_values.Count})";

    private string Found => $"FROM matched JOIN services ON services.number = matched.number{_near}";

    public SqliteCommand ToCommand(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < _values.Count; i++) command.Parameters.AddWithValue($"${i + 1}", _values[i]);
        return command;
    }

    private void AddPublics(SearchQuery query)
    {
        string[] asked = [.. CodesOf('p', FlatReader.Positions(Vocabulary.Publics, query.Publics))];
        var unstated = CodesOf('p', [FlatService.NoPublic]).Single();
        AddCodes([.. asked, .. CodesOf('p', [Vocabulary.Publics.PositionOf(Vocabulary.Everyone)]), unstated]);
        _score.Add($"CASE WHEN {string.Join(" OR ", asked.Select(Has))} THEN 20 WHEN {Has(unstated)} THEN 4 ELSE 10 END");
    }

    private string AddPlace(string insee, SearchQuery query, FlatReader reader)
    {
        string[] zones = [.. CodesOf('z', reader.ZonesAround(insee))];
        AddCodes(zones);
        int[] points = zones.Length == 5 ? [12, 9, 6, 3, 1] : [12, 6, 3, 1];
        _score.Add($"CASE {string.Join(' ', zones.SkipLast(1).Select((zone, i) => $"WHEN {Has(zone)} THEN {points[i]}"))} ELSE 1 END");

        var (x, y, z) = reader.Origin(insee);
        var (px, py, pz) = (Value(x), Value(y), Value(z));
        var squared = $"((x - {px}) * (x - {px}) + (y - {py}) * (y - {py}) + (z - {pz}) * (z - {pz}))";
        _score.Add($"CASE WHEN on_site AND x IS NOT NULL THEN 30 / (1 + sqrt{squared} / 5000) ELSE 0 END");
        if (!query.OnSiteOnly) _score.Add("CASE WHEN remote THEN 8 ELSE 0 END");
        if (query.RadiusMeters is not { } meters) return "";
        var chord = FlatReader.ChordOf(meters);
        var near = $"(on_site AND {squared} <= {Value(chord * chord)})";
        return query.OnSiteOnly ? $" WHERE {near}" : $" WHERE (remote OR {near})";
    }

    private void AddCodes<T>(char kind, TermSet<T> terms, IReadOnlyList<string> codes) where T : Term
    {
        if (codes.Count > 0) AddCodes([.. CodesOf(kind, FlatReader.Positions(terms, codes))]);
    }

    private void AddCodes(params IEnumerable<string> codes) => _match.Add($"(codes : ({string.Join(" OR ", codes)}))");

    private static IEnumerable<string> CodesOf(char kind, IEnumerable<int> positions) => positions.Select(position => string.Create(CultureInfo.InvariantCulture, $"{kind}{position + 1}"));

    private string Has(string code) => $"EXISTS (SELECT 1 FROM codes WHERE codes.number = services.number AND code = {Value(code)})";

    private string Value(object value)
    {
        _values.Add(value);
        return $"${_values.Count}";
    }

    private static string TextOf(Question question, bool anyWord) => anyWord
        ? string.Join(" OR ", question.Words.Select(OneOf))
        : string.Join(" AND ", question.Required.Select(OneOf));

    private static string OneOf(AskedWord word) => $"({string.Join(" OR ", word.Phrases.Select(phrase => $"({string.Join(" AND ", phrase.Select(stem => $"\"{stem}\""))})"))})";
}
