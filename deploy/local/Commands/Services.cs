using Microsoft.Extensions.DependencyInjection;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Partners.Views;
using Reseau.Referrals.Views;
using Reseau.Training.Views;
using Spectre.Console;

namespace Reseau.Local.Commands;

/// <summary>Runs maintenance on the database of each service, with a progress bar.</summary>
internal static class Services
{
    public delegate Task<string> Work<TDb>(IServiceProvider services, IProgress<long> progress, CancellationToken cancellation) where TDb : LogDb;

    /// <summary>Runs work on every database; prints one line each.</summary>
    public static async Task ForEachAsync(
        LocalOptions options, Work<PartnersDb> partners, Work<ReferralsDb> referrals, Work<ConventionsDb> conventions, Work<TrainingDb> training, CancellationToken cancellation)
    {
        await RunAsync("partners", options, partners, cancellation);
        await RunAsync("referrals", options, referrals, cancellation);
        await RunAsync("conventions", options, conventions, cancellation);
        await RunAsync("training", options, training, cancellation);
    }

    /// <summary>The same, while no other Réseau works on the folder.</summary>
    /// <exception cref="IOException">There is no such folder, or another one does.</exception>
    public static async Task ForEachAloneAsync(
        LocalOptions options, Work<PartnersDb> partners, Work<ReferralsDb> referrals, Work<ConventionsDb> conventions, Work<TrainingDb> training, CancellationToken cancellation)
    {
        if (!Directory.Exists(options.Data)) throw new IOException($"{options.Data} does not exist.");
        await using var taken = LocalNetwork.TakeLock(options);
        await ForEachAsync(options, partners, referrals, conventions, training, cancellation);
    }

    private static async Task RunAsync<TDb>(string name, LocalOptions options, Work<TDb> work, CancellationToken cancellation) where TDb : LogDb
    {
        if (options.Postgres.Length == 0 && !File.Exists($"{options.File(name)}.db")) throw new IOException($"{options.Data} holds no database of {name}: start Réseau once, or choose the folder with --data.");
        await using var app = LocalNetwork.Offline(name, options);
        await LogSetup.MigrateAsync<TDb>(app.Services);
        var events = await app.Services.GetRequiredService<LogReader<TDb>>().HeadAsync(cancellation);
        var line = "";
        await AnsiConsole.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask(name, maxValue: Math.Max(1, events));
            line = await work(app.Services, new Bar(bar), cancellation);
        });
        Console.WriteLine($"{name}: {line}");
    }

    private sealed class Bar(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }
}
