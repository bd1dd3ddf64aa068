using Microsoft.EntityFrameworkCore;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.Tests.Rpc;
using Reseau.Training.V1;
using static Reseau.Training.Tests.People.Records;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.People;

public sealed class ClaimingARecord
{
    [Theory, OnEveryProvider]
    public async Task Who_has_no_record_gets_one_with_the_name_of_their_account(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var claire = await host.ProfessionalsAsync(Network.Claire);

        var claimed = await claire.ClaimProfessionalAsync(new() { Function = Function.ReceptionAgent, RequestId = NewId() });

        Assert.Equal(("Morvan", "Claire", ClairesEmail, Function.ReceptionAgent, "institutions/ccas-rennes"), (claimed.LastName, claimed.FirstName, claimed.Email, claimed.Function, claimed.Institution));
        Assert.Equal(claimed, await claire.ClaimProfessionalAsync(new() { RequestId = NewId() }));
        Assert.Equal(claimed, await claire.GetProfessionalAsync(new() { Name = "professionals/me" }));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task The_e_mail_finds_a_record_of_ones_institution_only()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var elsewhere = await CreateAsync(host, Records.Claire(), Nadia);
        var here = await CreateAsync(host, Records.Claire());

        var claimed = await ClaimAsync(host, Network.Claire);

        Assert.Equal(here.Name, claimed.Name);
        Assert.False((await (await host.ProfessionalsAsync(Nadia)).GetProfessionalAsync(new() { Name = elsewhere.Name })).Claimed);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task What_somebody_can_do_comes_along_from_the_institution_they_left(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var (nadia, today) = (await host.ProfessionalsAsync(Nadia), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var here = await ClaimAsync(host, Network.Claire);
        var former = await CreateAsync(host, Named("Morvan", "Claire"), Nadia);
        await GrantAsync(host, former, "habilitationRules/aidants-connect", today.AddDays(-200), Nadia);
        await TieAsync(host, former, await SubjectOfAsync(host, here));

        // As long as they are there, it stays there.
        Assert.Empty((await ClaimAsync(host, Network.Claire)).Habilitations);
        former = await nadia.GetProfessionalAsync(new() { Name = former.Name });
        await nadia.UpdateProfessionalAsync(new() { Professional = new(former) { DepartureDate = ToDate(today.AddDays(-1)) }, RequestId = NewId() });
        var arrived = await ClaimAsync(host, Network.Claire);

        Assert.Equal((here.Name, "habilitationRules/aidants-connect", true), (arrived.Name, arrived.Habilitations[0].Rule, arrived.Habilitations[0].Holds));
        former = await nadia.GetProfessionalAsync(new() { Name = former.Name });
        Assert.Equal((false, 1), (former.Claimed, former.Habilitations.Count));
        Assert.Equal(arrived, await ClaimAsync(host, Network.Claire));
        await host.DisposeAsync();
    }

    private static Task<string> SubjectOfAsync(TrainingHost host, Professional professional) =>
        host.ReadAsync(db => db.Persons.Where(person => person.Professional == professional.Name).Select(person => person.Subject!).SingleAsync());

    // Accounts of the demo realm stay in their institution: what one that moved had claimed before is written down here.
    private static Task<int> TieAsync(TrainingHost host, Professional professional, string subject) => host.ReadAsync(async db =>
    {
        await db.Professionals.Where(row => row.Name == professional.Name).ExecuteUpdateAsync(row => row.SetProperty(one => one.Subject, subject));
        return await db.Persons.Where(person => person.Professional == professional.Name).ExecuteUpdateAsync(person => person.SetProperty(one => one.Subject, subject));
    });
}
