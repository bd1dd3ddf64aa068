using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Testing.Contracts;
using Reseau.Testing.Databases;
using Reseau.Training.Tests.Rpc;
using Reseau.Training.V1;
using static Reseau.Training.Tests.People.Records;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.People;

public sealed class KeepingProfessionals
{
    [Theory, OnEveryProvider]
    public async Task A_record_is_made_once_corrected_by_both_and_erased_for_good(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var (yann, claire) = (await host.ProfessionalsAsync(Yann), await host.ProfessionalsAsync(Network.Claire));
        var request = new CreateProfessionalRequest { Professional = Records.Claire(), RequestId = NewId() };

        var made = await yann.CreateProfessionalAsync(request);
        Assert.Equal(made, await yann.CreateProfessionalAsync(request));
        Assert.Equal(("institutions/ccas-rennes", false, false), (made.Institution, made.Claimed, made.Own));
        var taken = EveryMethod.ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(async () => await CreateAsync(host, Named("Morvan", "Claire", "CLAIRE.Accueil@example.org"))));
        Assert.Equal(("PROFESSIONAL_ALREADY_EXISTS", made.Name), (taken.Reason, taken.Metadata["professional"]));
        request.Professional.FirstName = "Clara";
        Assert.Equal("REQUEST_ID_REUSED", await ReasonAsync(yann.CreateProfessionalAsync(request)));

        var claimed = await ClaimAsync(host, Network.Claire);
        Assert.Equal((made.Name, true, true), (claimed.Name, claimed.Claimed, claimed.Own));
        var leaving = new Professional(claimed) { DepartureDate = new() { Year = 2099, Month = 1, Day = 31 } };
        leaving = await yann.UpdateProfessionalAsync(new() { Professional = leaving, RequestId = NewId() });
        Assert.Equal("STALE_ETAG", await ReasonAsync(claire.UpdateProfessionalAsync(new() { Professional = claimed, RequestId = NewId() })));
        var own = new Professional(leaving) { Name = "professionals/me", LastName = "Morvan-Lebrun", Function = Function.CaseOfficer, DepartureDate = null };
        own = await claire.UpdateProfessionalAsync(new() { Professional = own, RequestId = NewId() });
        Assert.Equal(("Morvan-Lebrun", Function.CaseOfficer, leaving.DepartureDate, made.Name), (own.LastName, own.Function, own.DepartureDate, own.Name));
        Assert.Equal(own.Etag, (await claire.UpdateProfessionalAsync(new() { Professional = own, RequestId = NewId() })).Etag);

        // Who it is stands in one row beside the log, and in nothing else that is kept.
        var said = await host.ReadAsync(db => db.Events.Select(recorded => recorded.Body).ToListAsync());
        Assert.DoesNotContain(said, body => body.Contains("Morvan", StringComparison.OrdinalIgnoreCase) || body.Contains("example.org", StringComparison.OrdinalIgnoreCase));

        var erased = await claire.EraseProfessionalAsync(new() { Name = "professionals/me", RequestId = NewId() });
        Assert.Equal((true, false, "", "", ""), (erased.Erased, erased.Claimed, erased.LastName, erased.FirstName, erased.Email));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(claire.GetProfessionalAsync(new() { Name = "professionals/me" })));
        Assert.Equal(erased.Etag, (await yann.EraseProfessionalAsync(new() { Name = made.Name, RequestId = NewId() })).Etag);
        Assert.Equal("PROFESSIONAL_ERASED", await ReasonAsync(yann.UpdateProfessionalAsync(new() { Professional = new(Records.Claire()) { Name = made.Name }, RequestId = NewId() })));
        Assert.Empty((await yann.ListProfessionalsAsync(new() { ShowDeparted = true })).Professionals);
        Assert.Equal((0, 0, "", (string?)null), await host.ReadAsync(async db =>
        {
            var row = await db.Professionals.SingleAsync();
            return (await db.Persons.CountAsync(), await db.PersonalKeys.CountAsync(), row.PlainName, row.Subject);
        }));
        // The place is free again: another record may have the address.
        Assert.NotEqual(made.Name, (await CreateAsync(host, Records.Claire())).Name);
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task A_list_goes_by_name_page_by_page_and_finds_what_is_asked_for(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        var (yann, today) = (await host.ProfessionalsAsync(Yann), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        foreach (var (last, first) in ((string, string)[])[("Élan", "Zoé"), ("Abgrall", "Yves"), ("elan", "Anne"), ("Le Goff", "Yann"), ("Zac", "Léo")]) await CreateAsync(host, Named(last, first));
        var claire = await CreateAsync(host, Records.Claire());
        await CreateAsync(host, new(Named("Parti", "Paul")) { DepartureDate = ToDate(today.AddDays(-1)) });
        await CreateAsync(host, Named("Ailleurs", "Ève"), Nadia);
        await yann.EvidenceSkillAsync(new() { Name = claire.Name, Skill = "skills/accueil-posture", Level = SkillLevel.Autonomous, Evidence = "Entretien", Date = ToDate(today), RequestId = NewId() });
        await GrantAsync(host, claire, "habilitationRules/rgpd-bases", today);

        List<string> names = [];
        var request = new ListProfessionalsRequest { PageSize = 2 };
        do
        {
            var page = await yann.ListProfessionalsAsync(request);
            Assert.True(page.Professionals.Count <= 2);
            names.AddRange(page.Professionals.Select(one => $"{one.LastName} {one.FirstName}"));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["Abgrall Yves", "elan Anne", "Élan Zoé", "Le Goff Yann", "Morvan Claire", "Zac Léo"], names);
        Assert.Equal(["elan", "Élan"], await FoundAsync(new() { Query = "ÉLAN" }));
        Assert.Equal(["Morvan"], await FoundAsync(new() { Functions = { Function.ReceptionAgent, Function.Librarian } }));
        Assert.Equal(["Morvan"], await FoundAsync(new() { Site = "structures/ccas-rennes-siege" }));
        Assert.Equal(["Morvan"], await FoundAsync(new() { Skill = "skills/accueil-posture" }));
        Assert.Equal(["Morvan"], await FoundAsync(new() { Habilitation = "habilitationRules/rgpd-bases" }));
        Assert.Empty(await FoundAsync(new() { Habilitation = "habilitationRules/pix" }));
        Assert.Contains("Parti", await FoundAsync(new() { ShowDeparted = true }));
        var token = (await yann.ListProfessionalsAsync(new() { PageSize = 1 })).NextPageToken;
        Assert.Equal("INVALID_PAGE_TOKEN", await ReasonAsync(yann.ListProfessionalsAsync(new() { PageToken = token, Query = "autre" })));
        await host.DisposeAsync();

        async Task<List<string>> FoundAsync(ListProfessionalsRequest asked) => [.. (await yann.ListProfessionalsAsync(asked)).Professionals.Select(one => one.LastName)];
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_record_is_said_at_once()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var wrong = new Professional
        {
            LastName = "=cmd()", FirstName = "", Email = "nobody", Sites = { "places/1" }, Permanences = "jamais", Function = Function.Unspecified,
            ArrivalDate = new() { Year = 2026, Month = 2, Day = 1 }, DepartureDate = new() { Year = 2026, Month = 1, Day = 1 },
        };

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await CreateAsync(host, wrong));

        Assert.Equal(
            ["professional.departure_date", "professional.email", "professional.first_name", "professional.function", "professional.last_name", "professional.permanences", "professional.sites[0]"],
            EveryMethod.DetailOf<Google.Rpc.BadRequest>(failure).FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Skills_are_declared_by_the_person_and_shown_by_the_institution()
    {
        var (host, clock) = await StartedAsync(DatabaseProvider.Sqlite);
        var (yann, claire, today) = (await host.ProfessionalsAsync(Yann), await host.ProfessionalsAsync(Network.Claire), ToDate(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        Assert.Equal("NOT_ALLOWED", await ReasonAsync(claire.DeclareSkillsAsync(new() { RequestId = NewId() })));
        var record = await ClaimAsync(host, Network.Claire);

        var declared = await claire.DeclareSkillsAsync(new() { Skills = { new DeclaredSkill { Skill = "skills/demarches-en-ligne", Level = SkillLevel.Autonomous } }, RequestId = NewId() });
        var shown = await yann.EvidenceSkillAsync(new() { Name = record.Name, Skill = "skills/demarches-en-ligne", Level = SkillLevel.Aware, Evidence = "Mise en situation", Date = today, RequestId = NewId() });

        Assert.Equal((SkillLevel.Autonomous, SkillLevel.Unspecified), (declared.Skills[0].Declared, declared.Skills[0].Evidenced));
        Assert.Equal((SkillLevel.Autonomous, SkillLevel.Aware, "Mise en situation", today), (shown.Skills[0].Declared, shown.Skills[0].Evidenced, shown.Skills[0].Evidence, shown.Skills[0].EvidenceDate));
        Assert.Equal("SKILL_NOT_FOUND", await ReasonAsync(claire.DeclareSkillsAsync(new() { Skills = { new DeclaredSkill { Skill = "skills/rien", Level = SkillLevel.Aware } }, RequestId = NewId() })));
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(yann.EvidenceSkillAsync(new()
        {
            Name = record.Name, Skill = "skills/demarches-en-ligne", Level = SkillLevel.Teaches, Evidence = "Demain", Date = ToDate(ToDay(today).AddDays(2)), RequestId = NewId(),
        })));
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(yann.EvidenceSkillAsync(new()
        {
            Name = record.Name, Skill = "skills/demarches-en-ligne", Level = SkillLevel.Teaches, Evidence = "Son numéro est le 2 69 05 49 588 157 80.", Date = today, RequestId = NewId(),
        })));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task The_words_every_network_begins_with_are_its_own_to_change(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        var sofia = await host.ProfessionalsAsync(Sofia);
        var skills = (await sofia.ListSkillsAsync(new())).Skills;
        Assert.Equal("Accès aux droits", skills[0].Family);
        Assert.Equal(skills.GroupBy(skill => skill.Family).SelectMany(family => family), skills);

        var paged = new List<Skill>();
        for (var (token, more) = ("", true); more; more = token.Length > 0)
        {
            var page = await sofia.ListSkillsAsync(new() { PageSize = 7, PageToken = token });
            Assert.InRange(page.Skills.Count, 1, 7);
            paged.AddRange(page.Skills);
            token = page.NextPageToken;
        }
        Assert.Equal(skills, paged);

        var words = new Skill(skills[0]) { Label = "Autrement dit", Retired = true };
        var changed = await sofia.DefineSkillAsync(new() { Skill = words, RequestId = NewId() });
        Assert.Equal(new Skill(words) { Etag = changed.Etag }, changed);
        Assert.Equal("STALE_ETAG", await ReasonAsync(sofia.DefineSkillAsync(new() { Skill = new(words) { Retired = false }, RequestId = NewId() })));
        var events = await host.ReadAsync(db => db.Events.CountAsync());
        await sofia.DefineSkillAsync(new() { Skill = changed, RequestId = NewId() });
        await sofia.DefineSkillAsync(new() { Skill = new() { Name = "skills/tiers-lieu", Label = "Animer un tiers-lieu", Family = "Local" }, RequestId = NewId() });

        await host.StopAsync();
        await host.StartAsync();

        sofia = await host.ProfessionalsAsync(Sofia);
        Assert.Equal(events + 1, await host.ReadAsync(db => db.Events.CountAsync()));
        Assert.DoesNotContain(changed.Name, (await sofia.ListSkillsAsync(new())).Skills.Select(skill => skill.Name));
        Assert.Contains(changed, (await sofia.ListSkillsAsync(new() { ShowRetired = true })).Skills);
        Assert.Equal(skills.Count, (await sofia.ListSkillsAsync(new())).Skills.Count);
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(sofia.DefineSkillAsync(new() { Skill = new() { Name = "skills/Été", Label = "x", Family = "y" }, RequestId = NewId() })));
        await host.DisposeAsync();
    }
}
