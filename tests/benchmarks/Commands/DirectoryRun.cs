using System.Diagnostics;
using Reseau.Benchmarks.Data;
using Reseau.Benchmarks.Engines;
using Reseau.Benchmarks.Measuring;
using Reseau.Benchmarks.Running;
using Reseau.Kernel.Calendar;
using Reseau.Load;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;

namespace Reseau.Benchmarks.Commands;

/// <summary>
/// One comparison:
///  1. makes the data and the questions, and fills each engine;
///  2. compares the whole sets that the engines find;
///  3. measures all engines in rounds;
///  4. searches through the gateway at a fixed rate;
///  5. starts the service alone on the same data, for its start and its memory.
/// </summary>
internal sealed class DirectoryRun(RunOptions options) : IAsyncDisposable
{
    private const int FixedRate = 100;
    private const int FixedRateSeconds = 20;

    private readonly SyntheticDirectory _directory = new(options.Services, options.Seed, France.Shared);
    private readonly IReadOnlyList<Question> _questions = new QuestionMaker(options.Seed, France.Shared).Make(options.Questions);
    private readonly FlatReader _reader = new(France.Shared, FrenchDay.Of(TimeProvider.System.GetUtcNow()));
    private readonly List<IEngine> _engines = [];
    private readonly List<Figures> _filling = [];
    private PostgresCluster? _postgres;
    private LocalEdition? _edition;

    private string Database => Path.Combine(options.Folder, "data", "partners.db");

    /// <summary>Whether all sets were equal and no call failed.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        Markdown.Text($"{Markdown.Number(options.Services)} services, {Markdown.Number(options.Questions)} questions, seed {options.Seed}; at the start: {Machine.State}.");
        await FillAsync(cancellation);

        ISetEngine[] sets = [.. _engines.OfType<ISetEngine>()];
        var equal = sets.Length < 2 || await SetComparison.PrintAsync(_questions, sets[0], [.. sets.Skip(1).Where(engine => engine is not PostgresEngine { WithTotal: false } and not InProcessEngine)], cancellation);

        Markdown.Text($"Before the measures: {Machine.State}.");
        var measures = await new Rounds(_questions, options.Rounds, options.Seconds, options.Callers).RunAsync(_engines, cancellation);
        Print(measures);
        var answered = _edition is null || await SearchAtFixedRateAsync(_edition, cancellation);
        if (_edition is not null) await MeasureServiceAsync(cancellation);
        Markdown.Text($"At the end: {Machine.State}.");
        return equal && answered;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines) await engine.DisposeAsync();
        if (_edition is not null) await _edition.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        Progress.Say($"building the index of {options.Services} services");
        List<DirectoryChange> changes = [.. _directory.Changes()];
        var index = new DirectoryIndex(France.Shared);
        Filled("Réseau, index in memory", Elapsed(() => index.Read(changes)));
        changes.Clear();
        _engines.AddRange([new InProcessEngine(index, withFacets: false), new InProcessEngine(index, withFacets: true)]);

        if (!options.Without.Contains("edition", StringComparer.Ordinal)) await StartEditionAsync(cancellation);
        if (!options.Without.Contains("postgresql", StringComparer.Ordinal)) await StartPostgresAsync(cancellation);
        if (!options.Without.Contains("sqlite", StringComparer.Ordinal))
        {
            var connection = $"Data Source={Path.Combine(options.Folder, "peer.db")}";
            Filled("SQLite, tables and indexes", Elapsed(() => SqliteTables.Fill(connection, Flat())));
            _engines.Add(new SqliteEngine(connection, _reader));
        }

        Markdown.Head("filling", "seconds", "services a second");
        foreach (var (what, elapsed) in _filling) Markdown.Row(what, Markdown.Figure(elapsed.TotalSeconds), Markdown.Number((long)(options.Services / elapsed.TotalSeconds)));
        GC.Collect();
    }

    private async Task StartEditionAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        var (events, elapsed) = await LogFiller.FillAsync(Database, _directory, cancellation);
        Filled($"Réseau, log on disk, {Markdown.Number(events)} events", elapsed);
        // What one institution may ask for in a second is limited; here one caller stands for many.
        _edition = await LocalEdition.StartAsync(options.Program, Path.GetDirectoryName(Database)!, [], cancellation,
            ("Gateway__Limits__InstitutionPerSecond", "1000000"), ("Gateway__Limits__InstitutionBurst", "1000000"));
        Progress.Say($"first answer of the edition after {_edition.FirstAnswer.TotalSeconds:0.0} s");
        await Quiet.WaitAsync(_edition, cancellation);
        var web = _edition.Web;
        Task<string> SignInAsync(CancellationToken token) => SignIn.AsAsync("si-ccas-rennes", web, token);
        _engines.Add(new GrpcEngine("Réseau, gRPC, straight to the service", await _edition.AddressOfAsync("partners", cancellation), SignInAsync));
        _engines.Add(new GrpcEngine("Réseau, gRPC, through the gateway", _edition.Gateway, SignInAsync));
    }

    private async Task StartPostgresAsync(CancellationToken cancellation)
    {
        _postgres = await PostgresCluster.StartAsync(null, cancellation);
        var start = Stopwatch.GetTimestamp();
        await PostgresTables.FillAsync(_postgres.Database, Flat(), cancellation);
        Filled("PostgreSQL, tables and indexes", Stopwatch.GetElapsedTime(start));
        var engine = new PostgresEngine(_postgres, _reader, withTotal: true);
        _engines.Add(engine);
        _engines.Add(new PostgresEngine(_postgres, _reader, withTotal: false));
        if (!options.Plans) return;
        foreach (var question in _questions.DistinctBy(question => question.Kind))
        {
            var plan = await engine.ExplainAsync(question, cancellation);
            Progress.Say($"{question.Kind}\n{plan}");
        }
    }

    private IEnumerable<FlatService> Flat() => _directory.All().Select(_reader.Read);

    private void Filled(string what, TimeSpan elapsed)
    {
        _filling.Add(new(what, elapsed));
        Progress.Say($"{what}: {elapsed.TotalSeconds:0.0} s");
    }

    private void Print(IReadOnlyList<EngineMeasure> measures)
    {
        var peer = measures.FirstOrDefault(measure => measure.Name == "PostgreSQL")?.Throughput;
        Markdown.Head("engine", "p50 ms", "p90 ms", "p99 ms", $"answers/s, {options.Callers} callers", "times PostgreSQL");
        foreach (var measure in measures)
        {
            Markdown.Row(measure.Name, Markdown.Figure(measure.Percentile(0.5)), Markdown.Figure(measure.Percentile(0.9)), Markdown.Figure(measure.Percentile(0.99)),
                Markdown.Number((long)measure.Throughput), peer is { } answers ? Markdown.Figure(measure.Throughput / answers) : "");
        }

        var kinds = Enum.GetValues<QuestionKind>();
        Markdown.Head(["p50 / p99 ms by kind of question", .. kinds.Select(kind => kind.ToString())]);
        foreach (var measure in measures)
            Markdown.Row([measure.Name, .. kinds.Select(kind => $"{Markdown.Figure(measure.Percentile(0.5, kind))} / {Markdown.Figure(measure.Percentile(0.99, kind))}")]);
    }

    private async Task<bool> SearchAtFixedRateAsync(LocalEdition edition, CancellationToken cancellation)
    {
        Markdown.Text($"{FixedRate} searches a second at a fixed rate, whatever the answers do; a latency counts from when the call was due.");
        Table.Print($"\n{Table.Head}");
        var failed = 0;
        foreach (var engine in _engines.OfType<GrpcEngine>())
        {
            var measure = await OpenLoop.RunAsync(new(FixedRate, FixedRateSeconds, WarmUpSeconds: 3), async (n, token) => await engine.AskAsync(_questions[n % _questions.Count], token), cancellation);
            Table.Print(Table.Row(engine.Name, FixedRate, [measure]));
            failed += measure.Failed;
        }

        Markdown.Text($"Resident memory of the whole edition after that: {Markdown.Number((long)edition.ResidentMegabytes)} MB; its first answer came {Markdown.Figure(edition.FirstAnswer.TotalSeconds)} s after its start.");
        return failed == 0;
    }

    private async Task MeasureServiceAsync(CancellationToken cancellation)
    {
        await _edition!.DisposeAsync();
        _edition = null;
        await ServiceMeasure.PrintHeadAndRowAsync(options.Program, Database, options.Services, _questions, cancellation);
    }

    private static TimeSpan Elapsed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private sealed record Figures(string What, TimeSpan Elapsed);
}
