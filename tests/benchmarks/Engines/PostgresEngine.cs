using System.Globalization;
using Reseau.Benchmarks.Data;

namespace Reseau.Benchmarks.Engines;

/// <summary>The same questions to PostgreSQL, over a pool of connections.</summary>
internal sealed class PostgresEngine(PostgresCluster cluster, FlatReader reader, bool withTotal) : ISetEngine
{
    /// <summary>Whether it counts what matches, as ours does.</summary>
    public bool WithTotal => withTotal;

    public string Name => withTotal ? "PostgreSQL" : "PostgreSQL, without the total";

    public async ValueTask<int> AskAsync(Question question, CancellationToken cancellation)
    {
        var total = await AskAsync(question, anyWord: false, cancellation);
        return total == 0 && question.Words.Count > 1 ? await AskAsync(question, anyWord: true, cancellation) : total;
    }

    public async ValueTask<ServiceSet> AllAsync(Question question, CancellationToken cancellation)
    {
        var all = await AllAsync(question, anyWord: false, cancellation);
        return all.Count == 0 && question.Words.Count > 1 ? await AllAsync(question, anyWord: true, cancellation) : all;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the server says it does for a question.</summary>
    public async Task<string> ExplainAsync(Question question, CancellationToken cancellation)
    {
        var sql = new PostgresQuery(question, reader, anyWord: false);
        await using var command = sql.ToCommand(cluster.Database, $"EXPLAIN (ANALYZE, BUFFERS) {sql.Page(withTotal)}");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var lines = new List<string>();
        while (await rows.ReadAsync(cancellation)) lines.Add(rows.GetString(0));
        return string.Join('\n', lines);
    }

    private async Task<int> AskAsync(Question question, bool anyWord, CancellationToken cancellation)
    {
        var sql = new PostgresQuery(question, reader, anyWord);
        await using var command = sql.ToCommand(cluster.Database, sql.Page(withTotal));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var (total, characters) = (0, 0);
        while (await rows.ReadAsync(cancellation))
        {
            total = (int)rows.GetInt64(0);
            characters += rows.GetString(1).Length;
        }

        return characters == 0 ? 0 : total;
    }

    private async Task<ServiceSet> AllAsync(Question question, bool anyWord, CancellationToken cancellation)
    {
        var sql = new PostgresQuery(question, reader, anyWord);
        await using var command = sql.ToCommand(cluster.Database, string.Create(CultureInfo.InvariantCulture, $"SELECT number FROM services WHERE {sql.Where}"));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var numbers = new List<int>();
        while (await rows.ReadAsync(cancellation)) numbers.Add(rows.GetInt32(0));
        return ServiceSet.Of(numbers);
    }
}
