using Npgsql;
using Reseau.Benchmarks.Data;
using Reseau.Kernel.Vocabularies;
using Reseau.Partners.Search;

namespace Reseau.Benchmarks.Engines;

/// <summary>
/// A question in SQL, with parameters: questions of one shape are one prepared statement. The score is ours as far as SQL can say it; what every
/// row would get alike is left out.
/// </summary>
internal sealed class PostgresQuery
{
    private readonly List<NpgsqlParameter> _parameters = [];
    private readonly List<string> _where = [];
    private readonly List<string> _score = ["weight"];

    public PostgresQuery(Question question, FlatReader reader, bool anyWord)
    {
        var query = question.Query;
        if (question.Words.Count > 0)
        {
            var words = $"{Parameter(TextOf(question, anyWord))}::text::tsquery";
            _where.Add($"words @@ {words}");
            _score.Add($"50 * ts_rank('{{0.4, 0.4, 0.7, 1}}', words, {words})");
        }

        if (query.Themes.Count > 0) _where.Add($"themes && {Parameter(FlatReader.Positions(Vocabulary.Themes, query.Themes))}");
        if (query.ThemeFamily is { } family) _where.Add($"themes && {Parameter(FlatReader.Positions(Vocabulary.Themes, Vocabulary.Themes.Where(theme => theme.Family == family).Select(theme => theme.Code)))}");
        if (query.Publics.Count > 0) AddPublics(FlatReader.Positions(Vocabulary.Publics, query.Publics));
        if (query.CommuneInsee is { } insee) AddPlace(insee, query, reader);
        if (query.Fees.Count > 0) _where.Add($"fee = {Parameter((short)Vocabulary.Fees.PositionOf(query.Fees[0]))}");
        if (query.Types.Count > 0) _where.Add($"type = {Parameter((short)Vocabulary.ServiceTypes.PositionOf(query.Types[0]))}");
        if (query.Languages.Count > 0) _where.Add($"languages && {Parameter(FlatReader.Positions(Vocabulary.Languages, query.Languages))}");
        if (query.Accessibility.Count > 0) _where.Add($"accessibility @> {Parameter(FlatReader.Positions(Vocabulary.Accessibility, query.Accessibility))}");
        if (query.WithRoomOnly) _where.Add("room");
        if (query.AcceptsReferralsOnly) _where.Add("referrals");
        if (query.RemoteOnly) _where.Add("remote");
    }

    /// <summary>The condition.</summary>
    public string Where => string.Join(" AND ", _where);

    /// <summary>The first page, with or without how many there are.</summary>
    public string Page(bool withTotal) => $"""
        SELECT found.total, record FROM (
            SELECT number, {string.Join(" + ", _score)} AS score, {(withTotal ? "count(*) OVER ()" : "1::bigint")} AS total
            FROM services WHERE {Where} ORDER BY score DESC, number LIMIT 20) found
        JOIN records USING (number) ORDER BY score DESC, number
        """;

    public NpgsqlCommand ToCommand(NpgsqlDataSource database, string sql)
    {
        var command = database.CreateCommand(sql);
        foreach (var parameter in _parameters) command.Parameters.Add(parameter);
        return command;
    }

    private void AddPublics(int[] asked)
    {
        var those = Parameter(asked);
        _where.Add($"publics && ({those}::int[] || '{{{Vocabulary.Publics.PositionOf(Vocabulary.Everyone)},{FlatService.NoPublic}}}'::int[])");
        _score.Add($"CASE WHEN publics && {those}::int[] THEN 20 WHEN publics = '{{{FlatService.NoPublic}}}' THEN 4 ELSE 10 END");
    }

    private void AddPlace(string insee, SearchQuery query, FlatReader reader)
    {
        var zones = reader.ZonesAround(insee);
        _where.Add($"zones && {Parameter(zones)}");
        int[] points = zones.Length == 5 ? [12, 9, 6, 3, 1] : [12, 6, 3, 1];
        _score.Add($"CASE {string.Join(' ', zones.Select((zone, i) => $"WHEN zones @> {Parameter((int[])[zone])} THEN {points[i]}"))} END");

        var (x, y, z) = reader.Origin(insee);
        var origin = $"cube(ARRAY[{Parameter(x)}, {Parameter(y)}, {Parameter(z)}]::float8[])";
        _score.Add($"CASE WHEN on_site AND place IS NOT NULL THEN 30 / (1 + (place <-> {origin}) / 5000) ELSE 0 END");
        if (!query.OnSiteOnly) _score.Add("CASE WHEN remote THEN 8 ELSE 0 END");
        if (query.RadiusMeters is not { } meters) return;
        var chord = Parameter(FlatReader.ChordOf(meters));
        var near = $"(on_site AND place <@ cube_enlarge({origin}, {chord}, 3) AND (place <-> {origin}) <= {chord})";
        _where.Add(query.OnSiteOnly ? near : $"(remote OR {near})");
    }

    private string Parameter<T>(T value)
    {
        _parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return $"${_parameters.Count}";
    }

    private static string TextOf(Question question, bool anyWord) => anyWord
        ? string.Join(" | ", question.Words.Select(OneOf))
        : string.Join(" & ", question.Required.Select(OneOf));

    private static string OneOf(AskedWord word) => $"({string.Join(" | ", word.Phrases.Select(phrase => $"({string.Join(" & ", phrase.Select(stem => $"'{stem}'"))})"))})";
}
