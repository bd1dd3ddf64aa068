using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
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

    private static Change Published(string service, string name) =>
        new() { Stream = service, ServicePublished = new() { DisplayName = name, Institution = "institutions/caf-35", AcceptsReferrals = true } };

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
