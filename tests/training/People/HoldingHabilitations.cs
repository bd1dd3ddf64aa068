using Dapr.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Hosting.Policies;
using Reseau.Kernel.Calendar;
using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.Tests.Rpc;
using Reseau.Training.Tests.Sessions;
using Reseau.Training.V1;
using Reseau.Training.Views;
using static Reseau.Training.Tests.People.Records;
using static Reseau.Training.Tests.Rpc.Network;
using Date = Google.Type.Date;

namespace Reseau.Training.Tests.People;

public sealed class HoldingHabilitations
{
    private const string Rule = "habilitationRules/essai";

    [Theory, OnEveryProvider]
    public async Task What_is_given_withdrawn_and_erased_is_what_a_referral_is_checked_against(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var (habilitations, today) = (await host.HabilitationsAsync(Yann), FrenchDay.Of(clock.GetUtcNow()));
        await RuleAsync(host, "essai", 12);
        var record = await CreateAsync(host, Records.Claire());

        var given = await GrantAsync(host, record, Rule, today);
        Assert.Equal((ToDate(today.AddMonths(12).AddDays(today.Day == today.AddMonths(12).Day ? -1 : 0)), true), (given.Habilitations[0].ValidUntil, given.Habilitations[0].Holds));
        Assert.Equal(0, await host.ReadAsync(db => db.HabilitationSheets.CountAsync()));

        // From the claim on it stands under the subject of the account.
        var subject = await SubjectAsync(host);
        await HoldsAsync(host, subject, today, "essai");
        await GrantAsync(host, record, "habilitationRules/pix", today);
        await HoldsAsync(host, subject, today, "essai", "pix");
        Assert.Equal(["pix"], await ReadStateAsync(host, subject, today.AddYears(2)));

        await habilitations.RevokeHabilitationAsync(new() { Name = record.Name, Rule = Rule, Reason = "Départ du service", RequestId = NewId() });
        await HoldsAsync(host, subject, today, "pix");
        Assert.Equal("HABILITATION_NOT_HELD", await ReasonAsync(habilitations.RevokeHabilitationAsync(new() { Name = record.Name, Rule = "habilitationRules/duplex", Reason = "Motif", RequestId = NewId() })));

        await (await host.ProfessionalsAsync(Network.Claire)).EraseProfessionalAsync(new() { Name = "professionals/me", RequestId = NewId() });
        await HoldsAsync(host, subject, today);
        await Eventually.GetAsync(() => host.ReadAsync(db => db.HabilitationSheets.CountAsync()), count => count == 0);
        var left = await host.Services.GetRequiredService<DaprClient>().GetByteStateAsync(Hosting.Messaging.Topics.SharedState, PolicyKeys.Habilitations(subject));
        Assert.True(left.IsEmpty);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task What_the_shared_state_lost_is_said_again(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var today = FrenchDay.Of(clock.GetUtcNow());
        await GrantAsync(host, await CreateAsync(host, Records.Claire()), "habilitationRules/pix", today);
        var (subject, dapr) = (await SubjectAsync(host), host.Services.GetRequiredService<DaprClient>());
        await HoldsAsync(host, subject, today, "pix");
        foreach (var key in (string[])["board:habilitations", PolicyKeys.Habilitations(subject)]) await dapr.DeleteStateAsync(Hosting.Messaging.Topics.SharedState, key);

        await Eventually.GetAsync(() =>
        {
            // The board looks by the same clock.
            clock.Advance(TimeSpan.FromSeconds(6));
            return ReadStateAsync(host, subject, today);
        }, held => held.SequenceEqual(["pix"]));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Its_end_is_said_twice_then_it_is_held_no_more_whatever_restarts(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var today = FrenchDay.Of(clock.GetUtcNow());
        await RuleAsync(host, "essai", 12);
        // Ends in a hundred days; the other begins in between.
        var record = await CreateAsync(host, Records.Claire());
        await GrantAsync(host, record, Rule, today.AddDays(101).AddMonths(-12));
        await GrantAsync(host, record, "habilitationRules/pix", today.AddDays(20));
        var subject = await SubjectAsync(host);
        await HoldsAsync(host, subject, today, "essai");

        clock.Advance(TimeSpan.FromDays(12));
        await HappenedAsync(host, clock, "habilitation-reminded 90");
        await host.StopAsync();
        await host.StartAsync();
        clock.Advance(TimeSpan.FromDays(9));
        await HappenedAsync(host, clock, "habilitation-reminded 90", "habilitation-began");
        await HoldsAsync(host, subject, today, "essai", "pix");
        clock.Advance(TimeSpan.FromDays(55));
        await HappenedAsync(host, clock, "habilitation-reminded 90", "habilitation-began", "habilitation-reminded 30");
        clock.Advance(TimeSpan.FromDays(40));
        await HappenedAsync(host, clock, "habilitation-reminded 90", "habilitation-began", "habilitation-reminded 30", "habilitation-lapsed");
        // What is over is not only recognised as such: it is no longer there.
        await HoldsAsync(host, subject, today, "pix");

        // Others hear which habilitation of which record ends, and not whose it is.
        var changes = (await host.Services.GetRequiredService<LogReader<TrainingDb>>().ReadAfterAsync(0, audience: null, CancellationToken.None))
            .Select(host.Services.GetRequiredService<LogReader<TrainingDb>>().ToChange).Where(change => change.BodyCase == Change.BodyOneofCase.HabilitationReminded).ToList();
        Assert.Equal([new HabilitationReminded { Professional = record.Name, Rule = Rule, Days = 90 }, new HabilitationReminded { Professional = record.Name, Rule = Rule, Days = 30 }], changes.Select(change => change.HabilitationReminded));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Who_is_due_comes_by_last_day_page_by_page(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var (habilitations, today) = (await host.HabilitationsAsync(Yann), FrenchDay.Of(clock.GetUtcNow()));
        await RuleAsync(host, "essai", 12, window: 0);
        await RuleAsync(host, "autre", 12, window: 0);
        async Task EndingAsync(Professional professional, string rule, int days, string manager = Yann) =>
            await GrantAsync(host, professional, rule, today.AddDays(days).AddMonths(-12), manager);
        var (a, b, left) = (await CreateAsync(host, Named("Abgrall", "Yves")), await CreateAsync(host, Named("Bihan", "Anne")), await CreateAsync(host, Named("Parti", "Paul")));
        await EndingAsync(a, Rule, 40);
        await EndingAsync(b, Rule, 10);
        await EndingAsync(b, "habilitationRules/autre", -30);
        await EndingAsync(a, "habilitationRules/autre", -120);
        await EndingAsync(a, "habilitationRules/autre", 200);
        await EndingAsync(left, Rule, 20);
        await (await host.ProfessionalsAsync(Yann)).UpdateProfessionalAsync(new() { Professional = new(Named("Parti", "Paul")) { Name = left.Name, DepartureDate = ToDate(today.AddDays(-1)) }, RequestId = NewId() });
        await EndingAsync(await CreateAsync(host, Named("Ailleurs", "Ève"), Nadia), Rule, 15, Nadia);

        List<(string, string, int)> due = [];
        var request = new ListDueRequest { PageSize = 1 };
        do
        {
            var page = await habilitations.ListDueAsync(request);
            due.AddRange(page.Due.Select(one => (one.DisplayName, one.Rule, ToDay(one.ValidUntil).DayNumber - today.DayNumber)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        // Months before and back again may be a day or two off at the end of a month.
        Assert.Equal([("Anne Bihan", "habilitationRules/autre"), ("Anne Bihan", Rule), ("Yves Abgrall", Rule)], due.Select(one => (one.Item1, one.Item2)));
        Assert.Equal(["Anne Bihan"], (await habilitations.ListDueAsync(new() { WithinDays = 20, Rule = Rule })).Due.Select(one => one.DisplayName));
        Assert.Equal(4, (await habilitations.ListDueAsync(new() { WithinDays = 365 })).Due.Count);
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(habilitations.ListDueAsync(new() { WithinDays = 731 })));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task Who_is_due_sees_the_session_that_renews_it_once_they_have_a_seat(DatabaseProvider provider)
    {
        await using var room = await Room.OpenAsync(provider, adjust: course => course.Habilitations.Add("habilitationRules/rgpd-bases"));
        await RuleAsync(room.Host, "rgpd-bases", 12);
        var person = await CreateAsync(room.Host, Named("Abgrall", "Yves"));
        await GrantAsync(room.Host, person, "habilitationRules/rgpd-bases", FrenchDay.Of(room.Now).AddDays(40).AddMonths(-12));
        var session = await room.OpenedAsync(4);
        Assert.Equal("", await RenewedByAsync());

        await room.EnrolAsync(Yann, session, person.Name);

        Assert.Equal(session.Name, await RenewedByAsync());

        async Task<string> RenewedByAsync() => Assert.Single((await (await room.Host.HabilitationsAsync(Yann)).ListDueAsync(new())).Due).RenewedBy;
    }

    [Fact]
    public async Task Rules_are_data_and_what_was_given_before_keeps_its_day()
    {
        var (host, clock) = await StartedAsync(DatabaseProvider.Sqlite);
        var (sofia, today) = (await host.HabilitationsAsync(Sofia), FrenchDay.Of(clock.GetUtcNow()));
        var rules = (await sofia.ListHabilitationRulesAsync(new())).Rules;
        Assert.Equal(
            ["aidants-connect", "duplex", "pix", "remn-ccp1", "remn-ccp2", "remn-ccp3", "rgpd-bases"], rules.Select(rule => rule.Name.Split('/')[1]).Order(StringComparer.Ordinal));
        Assert.Equal(rules.Select(rule => rule.Title).Order(StringComparer.OrdinalIgnoreCase), rules.Select(rule => rule.Title));
        var record = await CreateAsync(host, Records.Claire());
        await GrantAsync(host, record, "habilitationRules/duplex", today);

        var shorter = new HabilitationRule(rules.Single(rule => rule.Name == "habilitationRules/duplex")) { DurationMonths = 24, ByEvidence = false };
        var defined = await sofia.DefineHabilitationRuleAsync(new() { Rule = shorter, RequestId = NewId() });
        Assert.Equal(new HabilitationRule(shorter) { Etag = defined.Etag }, defined);
        Assert.Equal("STALE_ETAG", await ReasonAsync(sofia.DefineHabilitationRuleAsync(new() { Rule = new(shorter) { DurationMonths = 12 }, RequestId = NewId() })));

        Assert.Null((await (await host.ProfessionalsAsync(Yann)).GetProfessionalAsync(new() { Name = record.Name })).Habilitations[0].ValidUntil);
        Assert.Equal("HABILITATION_BY_TRAINING_ONLY", await ReasonAsync(GrantingAsync("habilitationRules/duplex", ToDate(today))));
        Assert.Equal("HABILITATION_RULE_NOT_FOUND", await ReasonAsync(GrantingAsync("habilitationRules/rien", ToDate(today))));
        foreach (var day in (Date?[])[null, new Date { Year = 1999, Month = 12, Day = 31 }, ToDate(today.AddYears(1).AddDays(1)), new Date { Year = 2026, Month = 2, Day = 30 }])
            Assert.Equal("INVALID_REQUEST", await ReasonAsync(GrantingAsync("habilitationRules/pix", day)));
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(sofia.DefineHabilitationRuleAsync(new() { Rule = new() { Name = "habilitationRules/vide", Title = "Vide" }, RequestId = NewId() })));
        await host.DisposeAsync();

        Grpc.Core.AsyncUnaryCall<Professional> GrantingAsync(string rule, Date? day) => host.HabilitationsAsync(Yann).Result
            .GrantHabilitationAsync(new() { Name = record.Name, Rule = rule, Date = day, Evidence = "Attestation", RequestId = NewId() });
    }

    [Fact]
    public async Task The_demo_network_has_professionals_who_find_their_record()
    {
        var host = new TrainingHost { Demo = true };
        await host.InitializeAsync();

        var karim = await ClaimAsync(host, Karim);

        Assert.Equal(("professionals/demo-karim", "Benali"), (karim.Name, karim.LastName));
        Assert.Equal(["aidants-connect", "pix", "remn-ccp1"], karim.Habilitations.Where(held => held.Holds).Select(held => held.Rule.Split('/')[1]));
        var subject = await host.ReadAsync(db => db.Persons.Where(person => person.Professional == karim.Name).Select(person => person.Subject!).SingleAsync());
        await HoldsAsync(host, subject, DateOnly.FromDateTime(DateTime.UtcNow), "aidants-connect", "pix", "remn-ccp1");
        Assert.Equal(4, (await (await host.ProfessionalsAsync(Yann)).ListProfessionalsAsync(new())).Professionals.Count);
        Assert.Equal(["Hugo Le Bihan", "Claire Morvan"], (await (await host.HabilitationsAsync(Yann)).ListDueAsync(new())).Due.Select(due => due.DisplayName));
        await host.DisposeAsync();
    }

    private static async Task<string> SubjectAsync(TrainingHost host)
    {
        var claimed = await ClaimAsync(host, Network.Claire);
        return await host.ReadAsync(db => db.Persons.Where(person => person.Professional == claimed.Name).Select(person => person.Subject!).SingleAsync());
    }

    private static Task<IReadOnlyList<string>> ReadStateAsync(TrainingHost host, string subject, DateOnly day) =>
        ActivatorUtilities.CreateInstance<PolicyReader>(host.Services).HabilitationsAsync(subject, day, CancellationToken.None);

    private static Task<IReadOnlyList<string>> HoldsAsync(TrainingHost host, string subject, DateOnly day, params string[] codes) =>
        Eventually.GetAsync(() => ReadStateAsync(host, subject, day), held => held.SequenceEqual(codes));

    // What time did so far, in its order, and nothing else.
    private static async Task HappenedAsync(TrainingHost host, TestClock clock, params string[] expected)
    {
        async Task<List<string>> SeenAsync()
        {
            // Whoever took over after a restart looks again seconds later.
            clock.Advance(TimeSpan.FromSeconds(6));
            var changes = await host.Services.GetRequiredService<LogReader<TrainingDb>>().ReadAfterAsync(0, audience: null, CancellationToken.None);
            return [.. changes.Select(host.Services.GetRequiredService<LogReader<TrainingDb>>().ToChange).Where(change => change.Type is "habilitation-began" or "habilitation-reminded" or "habilitation-lapsed")
                .Select(change => change.HabilitationReminded is { } reminded ? $"{change.Type} {reminded.Days}" : change.Type)];
        }
        await Eventually.GetAsync(SeenAsync, seen => seen.Count >= expected.Length);
        Assert.Equal(expected, await SeenAsync());
    }
}
