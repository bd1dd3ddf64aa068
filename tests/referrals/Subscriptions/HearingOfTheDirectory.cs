using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Kernel;
using Reseau.Partners;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Subscriptions;
using Reseau.Testing.Hosts;

namespace Reseau.Referrals.Tests.Subscriptions;

public sealed class HearingOfTheDirectory(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private readonly string _service = $"services/{Guid.NewGuid():N}";

    [Fact]
    public async Task Several_changes_of_one_service_that_come_together_lead_to_the_last()
    {
        var other = $"services/{Guid.NewGuid():N}";

        await HearAsync(Published(_service, "Avant"), Published(other, "Un autre"), Archived(_service), Published(_service, "Après"), Archived(other));

        Assert.Equal(("Après", "caf-35", true), await KnownAsync(_service));
        Assert.Equal(("Un autre", "caf-35", false), await KnownAsync(other));
    }

    [Fact]
    public async Task What_is_known_is_replaced_and_what_was_never_published_stays_unknown()
    {
        await HearAsync(Published(_service, "Avant"));

        await HearAsync(Published(_service, "Après"), Archived($"{_service}-unknown"), new() { Stream = _service, StructurePublished = new() });

        Assert.Equal(("Après", "caf-35", true), await KnownAsync(_service));
        Assert.False(await host.ReadAsync(db => db.KnownServices.AnyAsync(known => known.Name == _service + "-unknown")));
    }

    [Fact]
    public async Task A_service_is_closed_when_it_says_so_and_as_long_as_it_says()
    {
        await HearAsync(Published(_service, "Aide"));
        Assert.Equal((false, (DateOnly?)null), await RoomAsync());

        await HearAsync(Said(_service, "CLOSED", "2026-12-31"), Said($"{_service}-unknown", "CLOSED", ""));
        Assert.Equal((true, (DateOnly?)new DateOnly(2026, 12, 31)), await RoomAsync());
        await HearAsync(Published(_service, "Aide, encore"));
        Assert.True((await RoomAsync()).Closed);
        await HearAsync(Said(_service, "WAITING_LIST", "2026-12-31"));
        Assert.Equal((false, (DateOnly?)new DateOnly(2026, 12, 31)), await RoomAsync());
        await HearAsync(Said(_service, "CLOSED", ""), Said(_service, "OPEN", ""));
        Assert.Equal((false, (DateOnly?)null), await RoomAsync());

        async Task<(bool Closed, DateOnly? Until)> RoomAsync()
        {
            var target = await host.ReadAsync(db => KnownServices.FindAsync(db, _service, CancellationToken.None));
            return (target!.IsClosed, target.ClosedUntil);
        }
    }

    [Fact]
    public async Task Days_are_counted_where_the_place_is_even_when_it_is_heard_of_late()
    {
        var place = $"structures/{Guid.NewGuid():N}";
        var published = Published(_service, "Aide");
        published.ServicePublished.Structure = place;
        await HearAsync(published);
        Assert.Null((await TargetAsync())?.Departement);

        await HearAsync(Located(place, "97411"));
        Assert.Equal("974", (await TargetAsync())?.Departement);
        await HearAsync(Located(place, "35238"), Located(place, "67482"));
        Assert.Equal("67", (await TargetAsync())?.Departement);

        Task<TargetService?> TargetAsync() => host.ReadAsync(db => KnownServices.FindAsync(db, _service, CancellationToken.None));
    }

    [Fact]
    public async Task An_absence_declared_after_the_sending_brings_the_backup_forward_and_its_end_takes_it_back()
    {
        var ccas = await host.ClientAsync("si-ccas-rennes");
        var service = await host.KnowsServiceOfAsync("caf-35");
        var sent = await ccas.SubmitReferralAsync(ReferralsHost.Submission(service));
        var before = await TimerAsync(sent.Name);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        await HearAsync(Away(service, new(today.AddDays(-1), today.AddDays(20))));
        var during = await TimerAsync(sent.Name);
        await HearAsync(Published(service, "Aide aux démarches"));

        Assert.Equal(TimerKind.Acknowledge, before.Kind);
        Assert.Equal((TimerKind.Escalate, true), (during.Kind, during.DueAt < before.DueAt));
        Assert.Equal(before, await TimerAsync(sent.Name));

        async Task<(TimerKind? Kind, DateTimeOffset? DueAt)> TimerAsync(string referral)
        {
            var row = await host.ReadAsync(db => db.Timers.AsNoTracking().SingleAsync(timer => timer.Referral == referral));
            return (row.Kind, row.DueAt);
        }
    }

    [Fact]
    public void The_directory_tells_the_absences_of_the_first_contact_and_no_name() =>
        Assert.Equal([new AwayPeriod { FromDate = "2026-12-21", UntilDate = "2027-01-03" }], Told(
            new() { Name = "Camille Martin", Absences = [new(new(2026, 12, 21), new(2027, 1, 3))] }, new() { Name = "Accueil", Absences = [new(new(2026, 1, 1), new(2026, 1, 2))] }).Away);

    private static ServicePublished Told(params ReadOnlySpan<Partners.Domain.Contact> contacts)
    {
        var service = new Partners.Domain.Service
        {
            Id = "s", StructureId = "p", InstitutionId = "i", Name = "Aide", Description = "Aide", Contacts = ValueList.Create(contacts),
        };
        var change = new PartnersLog().ToChange(new(1, "services/s", 1, new Partners.Domain.ServicePublished(service), "", "", DateTimeOffset.UnixEpoch, ""));
        Assert.DoesNotContain("Camille", change.ToString(), StringComparison.Ordinal);
        return change.ServicePublished;
    }

    private static Change Located(string place, string insee) => new() { Stream = place, StructurePublished = new() { Institution = "institutions/caf-35", InseeCode = insee } };

    private static Change Away(string service, Absence absence)
    {
        var change = Published(service, "Aide aux démarches");
        change.ServicePublished.Away.Add(new AwayPeriod { FromDate = $"{absence.From:O}", UntilDate = $"{absence.Until:O}" });
        return change;
    }

    private static Change Published(string service, string name) =>
        new() { Stream = service, ServicePublished = new() { DisplayName = name, Institution = "institutions/caf-35", AcceptsReferrals = true } };

    private static Change Said(string service, string state, string until) => new() { Stream = service, CapacityStated = new() { State = state, UntilDate = until } };

    private static Change Archived(string service) => new() { Stream = service, ServiceArchived = new() };

    private Task<int> HearAsync(params Change[] changes) => host.ReadAsync(async db =>
    {
        await new DirectorySubscription().HandleAsync(db, changes, CancellationToken.None);
        return await db.SaveChangesAsync();
    });

    private Task<(string Name, string Institution, bool Accepts)> KnownAsync(string service) => host.ReadAsync(async db =>
    {
        var known = await db.KnownServices.AsNoTracking().SingleAsync(row => row.Name == service);
        return (known.DisplayName, known.Institution, known.AcceptsReferrals);
    });
}
