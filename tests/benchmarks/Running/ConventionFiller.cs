using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Conventions;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;

namespace Reseau.Benchmarks.Running;

/// <summary>
/// Fills the conventions of an edition that is stopped, through their log: each between ccas-rennes and caf-35, proposed and signed by both, ending on a
/// day of the next nine years. None has terms of referrals: what is measured is the list, not the compiling.
/// </summary>
internal static class ConventionFiller
{
    private const int Batch = 500;
    private const string Ccas = "ccas-rennes";
    private const string Caf = "caf-35";
    private static readonly string Sha256 = new('0', 64);

    /// <summary>Adds conventions; gives how many events there are, and how long it took.</summary>
    public static async Task<(long Events, TimeSpan Elapsed)> FillAsync(Func<string, (string Provider, string Connection)> database, int count, CancellationToken cancellation)
    {
        await using var app = ConventionsApp.Build([], builder => StoppedEdition.Compose(builder, "conventions", database));
        await LogSetup.MigrateAsync<ConventionsDb>(app.Services);
        var commands = app.Services.GetRequiredService<CommandLog<ConventionsDb>>();
        var (start, now) = (Stopwatch.GetTimestamp(), DateTimeOffset.UtcNow);
        foreach (var some in Enumerable.Range(0, count).Chunk(Batch))
        {
            await commands.ExecuteAsync(new(Ccas, "", string.Create(CultureInfo.InvariantCulture, $"fill-{some[0]}"), [], "", now), async (unit, token) =>
            {
                Appending[] events = [.. some.SelectMany(number => History(number, now))];
                await unit.AppendManyAsync(events, token);
                return new(events[^1].Stream, events[^1].After + 1);
            }, cancellation);
        }
        var head = await app.Services.GetRequiredService<LogReader<ConventionsDb>>().HeadAsync(cancellation);
        await StoppedEdition.MoveAsync<ConventionsDb>(app.Services, "publisher", head, cancellation);
        return (head, Stopwatch.GetElapsedTime(start));
    }

    private static IEnumerable<Appending> History(int number, DateTimeOffset now)
    {
        var name = $"conventions/{Guid.CreateVersion7(now):N}";
        var today = FrenchDay.Of(now);
        var content = new ConventionContent
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Convention de mesure {number}"),
            Kind = ConventionKind.Engagement,
            Parties = [new(Ccas, "CCAS de Rennes", "le CCAS", "Yann Le Goff", "directeur", "délibération"), new(Caf, "CAF d'Ille-et-Vilaine", "la CAF", "Nadia Ferrand", "directrice", "délégation")],
            Clauses = [new("objet", "Objet", "La structure accueille les personnes et les oriente.")],
            StartDate = today,
            EndDate = today.AddDays(100 + (number * 7919 % 3_200)),
        };
        var (draft, between) = (new Between(Ccas, [], 1), new Between(Ccas, [Ccas, Caf], 1));
        yield return new(name, 0, new ConventionDrafted(draft, content));
        yield return new(name, 1, new ConventionProposed(between, ConventionState.Draft, ConventionState.Proposed, new(Sha256, today.AddDays(60))));
        yield return new(name, 2, new ConventionSigned(between, ConventionState.Proposed, ConventionState.PartiallySigned, Signed(Ccas, "Yann Le Goff", now)));
        yield return new(name, 3, new ConventionSigned(between, ConventionState.PartiallySigned, ConventionState.Active, Signed(Caf, "Nadia Ferrand", now)));
    }

    private static Signature Signed(string institution, string signer, DateTimeOffset now) =>
        new(institution, $"fill-{institution}", signer, "direction", "délibération", SignatureLevel.Simple, Signature.ReAuthentication, Sha256, now);
}
