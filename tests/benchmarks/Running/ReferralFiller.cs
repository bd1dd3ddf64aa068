using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Partners;
using Reseau.Partners.Views;
using Reseau.Referrals;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Reseau.Training;
using Reseau.Training.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Benchmarks.Running;

/// <summary>
/// Fills the referrals of an edition that is stopped, through their log: sent by ccas-rennes to caf-35 over three years, all closed but the last ones,
/// each with its person under its own key. A backlog does not grow with the years: as many wait for an answer whatever the size.
/// </summary>
internal static class ReferralFiller
{
    /// <summary>How many wait for their first answer.</summary>
    public const int Waiting = 500;

    private const int Batch = 500;
    private const string Theme = "numerique--acceder-a-des-services-en-ligne";
    private static readonly TargetService Service = new("services/caf-35-demarches-en-ligne", "Démarches en ligne", "caf-35", AcceptsReferrals: true);
    private static readonly TimeSpan Years = TimeSpan.FromDays(3 * 365);

    /// <summary>Adds referrals; gives how many events there are, and how long it took.</summary>
    /// <param name="database">Provider and connection string of a service's database, by its name.</param>
    /// <param name="count">How many referrals.</param>
    /// <param name="cancellation">Ends the filling.</param>
    public static async Task<(long Events, TimeSpan Elapsed)> FillAsync(Func<string, (string Provider, string Connection)> database, int count, CancellationToken cancellation)
    {
        await using var app = ReferralsApp.Build([], builder => StoppedEdition.Compose(builder, "referrals", database));
        await LogSetup.MigrateAsync<ReferralsDb>(app.Services);
        var commands = app.Services.GetRequiredService<CommandLog<ReferralsDb>>();
        var (start, now) = (Stopwatch.GetTimestamp(), DateTimeOffset.UtcNow);
        for (var first = 0; first < count; first += Batch)
        {
            // What still waits came in today: time would close it otherwise.
            var at = first + Batch >= count ? now : now - (Years * (1 - ((double)first / count)));
            var some = Enumerable.Range(first, Math.Min(Batch, count - first)).ToArray();
            await commands.ExecuteAsync(new("ccas-rennes", "", string.Create(CultureInfo.InvariantCulture, $"fill-{first}"), [], "", at), async (unit, token) =>
            {
                Appending[] events = [.. some.SelectMany(number => History(number, number < count - Waiting, at))];
                foreach (var stream in events.Select(happened => happened.Stream).Distinct(StringComparer.Ordinal))
                    await PersonalData.SealAsync(unit.Db, stream, "submission", Person, token);
                await unit.AppendManyAsync(events, token);
                return new(events[^1].Stream, events[^1].After + 1);
            }, cancellation);
        }

        var head = await app.Services.GetRequiredService<LogReader<ReferralsDb>>().HeadAsync(cancellation);
        // What was recorded counts as announced and heard, as in a network that has stood for a while.
        await StoppedEdition.MoveAsync<ReferralsDb>(app.Services, "publisher", head, cancellation);
        await using var partners = PartnersApp.Build([], builder => StoppedEdition.Compose(builder, "partners", database));
        await StoppedEdition.MoveAsync<PartnersDb>(partners.Services, "subscription:referrals", head, cancellation);
        await using var training = TrainingApp.Build([], builder => StoppedEdition.Compose(builder, "training", database));
        await StoppedEdition.MoveAsync<TrainingDb>(training.Services, "subscription:referrals", head, cancellation);
        return (head, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Sends one person, with what is personal sealed under a key of its own.</summary>
    public static Task<StreamVersion> SubmitAsync(CommandLog<ReferralsDb> commands, CancellationToken cancellation)
    {
        var at = DateTimeOffset.UtcNow;
        var sent = History(number: 1, closed: false, at).Single();
        return commands.ExecuteAsync(new("ccas-rennes", "", Guid.NewGuid().ToString(), [], "", at), async (unit, token) =>
        {
            await PersonalData.SealAsync(unit.Db, sent.Stream, "submission", Person, token);
            return await unit.AppendAsync(sent.Stream, sent.After, [sent.Body], token);
        }, cancellation);
    }

    private static Contract.Referral Person { get; } = new()
    {
        Need = "Ne parvient pas à ouvrir son espace en ligne pour déclarer ses ressources.",
        ReferrerContact = "Accueil du CCAS, 02 61 91 00 01",
        Beneficiary = new() { GivenName = "Maëlle", FamilyName = "Exemple", Phone = "02 61 91 00 02", Commune = "35238" },
    };

    private static IEnumerable<Appending> History(int number, bool closed, DateTimeOffset at)
    {
        var name = $"referrals/{Guid.CreateVersion7(at):N}";
        var today = FrenchDay.Of(at);
        var consent = new Consent(ConsentChannel.Oral, today, Consent.DefaultEnd(today), Consent.AllFields);
        var current = Decide(null, ReferralDecider.Submit(Service, "ccas-rennes", Theme, consent, today, SendingTerms.Free));
        yield return new(name, 0, current.Happened);
        if (!closed) yield break;
        MoveReferral[] moves = number % 10 == 0
            ? [new(Side.Recipient, ReferralAction.Decline, at) { Reasons = ["hors-territoire"] }]
            : [new(Side.Recipient, ReferralAction.Accept, at), new(Side.Recipient, ReferralAction.Complete, at) { Outcome = Outcome.Served }];
        foreach (var move in moves)
        {
            var before = current.Referral;
            current = Decide(before, ReferralDecider.Move(before, move));
            yield return new(name, before.Version, current.Happened);
        }

        (Referral Referral, ReferralEvent Happened) Decide(Referral? before, Kernel.Decision<ReferralEvent> decision)
        {
            var happened = decision.EventsOrThrow().Single();
            return (Referral.Evolve(before, name, (before?.Version ?? 0) + 1, at, happened), happened);
        }
    }
}
