using Grpc.Core;
using Reseau.Testing.Contracts;
using Reseau.Testing.Hosts;
using Reseau.Training.Tests.Rpc;
using Reseau.Training.V1;
using static Reseau.Training.Tests.People.Records;
using static Reseau.Training.Tests.Rpc.Network;

namespace Reseau.Training.Tests.People;

/// <summary>Every method about a record, by every role, of their own institution and of another.</summary>
public sealed class ReachingRecords(TrainingHost host) : IClassFixture<TrainingHost>
{
    // Claire's record: hers, of ccas-rennes. All the others are somebody else, in that institution or not.
    private static readonly string[] Strangers = ["karim.caf", "nadia.caf", "paul.arcs", "ines.mairie", "sofia.mission", "admin.reseau", "si-caf-35", "marc.cdas"];

    private static readonly Dictionary<string, Func<CallInvoker, string, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["GetProfessional"] = async (invoker, name) => await new ProfessionalsService.ProfessionalsServiceClient(invoker).GetProfessionalAsync(new() { Name = name }),
        ["UpdateProfessional"] = async (invoker, name) => await new ProfessionalsService.ProfessionalsServiceClient(invoker).UpdateProfessionalAsync(new() { Professional = new(Records.Claire()) { Name = name }, RequestId = NewId() }),
        ["EvidenceSkill"] = async (invoker, name) => await new ProfessionalsService.ProfessionalsServiceClient(invoker).EvidenceSkillAsync(new()
        {
            Name = name, Skill = "skills/accueil-posture", Level = SkillLevel.Aware, Evidence = "Entretien", Date = new() { Year = 2026, Month = 1, Day = 5 }, RequestId = NewId(),
        }),
        ["GrantHabilitation"] = async (invoker, name) => await new HabilitationsService.HabilitationsServiceClient(invoker).GrantHabilitationAsync(new()
        {
            Name = name, Rule = "habilitationRules/pix", Date = new() { Year = 2026, Month = 1, Day = 5 }, Evidence = "Attestation", RequestId = NewId(),
        }),
        ["RevokeHabilitation"] = async (invoker, name) => await new HabilitationsService.HabilitationsServiceClient(invoker).RevokeHabilitationAsync(new()
        {
            Name = name, Rule = "habilitationRules/pix", Reason = "Motif", RequestId = NewId(),
        }),
        ["EraseProfessional"] = async (invoker, name) => await new ProfessionalsService.ProfessionalsServiceClient(invoker).EraseProfessionalAsync(new() { Name = name, RequestId = NewId() }),
    };

    [Fact]
    public async Task The_person_and_who_leads_their_institution_reach_a_record_and_nobody_else()
    {
        await CreateAsync(host, Records.Claire());
        var record = await ClaimAsync(host, Network.Claire);

        foreach (var (method, call) in Calls)
        {
            foreach (var stranger in Strangers)
            {
                var (other, missing) = (await OutcomeAsync(call, stranger, record.Name), await OutcomeAsync(call, stranger, "professionals/00000000000000000000000000000000"));
                Assert.Equal((method, stranger, "NOT_ALLOWED"), (method, stranger, other.Reason));
                Assert.Equal(missing, other);
            }
            // What the institution evidences and gives, nobody gives themself.
            var own = method is "GetProfessional" or "UpdateProfessional" or "EraseProfessional";
            if (method != "EraseProfessional") Assert.Equal((method, own ? "" : "NOT_ALLOWED"), (method, (await OutcomeAsync(call, Network.Claire, record.Name)).Reason));
            Assert.Equal((method, ""), (method, (await OutcomeAsync(call, "si-ccas-rennes", record.Name)).Reason));
            Assert.Equal((method, ""), (method, (await OutcomeAsync(call, Yann, record.Name)).Reason));
        }
    }

    [Fact]
    public async Task A_colleague_is_a_stranger()
    {
        var record = await ClaimAsync(host, Yann);

        foreach (var (method, call) in Calls) Assert.Equal((method, "NOT_ALLOWED"), (method, (await OutcomeAsync(call, Network.Claire, record.Name)).Reason));
    }

    [Fact]
    public async Task Lists_are_of_ones_own_institution_and_given_to_who_leads_it()
    {
        await CreateAsync(host, Named("Caron", "Ali"), Nadia);
        foreach (var account in (string[])[Nadia, CafSystem])
        {
            Assert.All((await (await host.ProfessionalsAsync(account)).ListProfessionalsAsync(new())).Professionals, one => Assert.Equal("institutions/caf-35", one.Institution));
            await (await host.HabilitationsAsync(account)).ListDueAsync(new());
        }
        foreach (var account in (string[])[Network.Claire, Karim, Paul, Sofia, Admin])
        {
            Assert.Equal("NOT_ALLOWED", await ReasonAsync((await host.ProfessionalsAsync(account)).ListProfessionalsAsync(new())));
            Assert.Equal("NOT_ALLOWED", await ReasonAsync((await host.HabilitationsAsync(account)).ListDueAsync(new())));
            using var file = (await host.ProfessionalsAsync(account)).ImportProfessionals();
            Assert.Equal("NOT_ALLOWED", EveryMethod.ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => file.ResponseAsync)).Reason);
            Assert.Equal("NOT_ALLOWED", await ReasonAsync((await host.ProfessionalsAsync(account)).CreateProfessionalAsync(new() { Professional = Named("Caron", "Ali"), RequestId = NewId() })));
        }
    }

    [Fact]
    public async Task Words_and_rules_are_read_by_all_and_set_by_who_coordinates_or_administers()
    {
        foreach (var (account, roles) in EveryMethod.Accounts.Where(known => known.Account != "reseau-partners"))
        {
            var (professionals, habilitations) = (await host.ProfessionalsAsync(account), await host.HabilitationsAsync(account));
            Assert.NotEmpty((await professionals.ListSkillsAsync(new())).Skills);
            Assert.NotEmpty((await habilitations.ListHabilitationRulesAsync(new())).Rules);
            var mayDefine = roles.Contains(Access.V1.Role.ChargeDeMission) || roles.Contains(Access.V1.Role.Administrateur);
            var expected = mayDefine ? "INVALID_REQUEST" : "NOT_ALLOWED";
            Assert.Equal((account, expected), (account, await ReasonAsync(professionals.DefineSkillAsync(new()))));
            Assert.Equal((account, expected), (account, await ReasonAsync(habilitations.DefineHabilitationRuleAsync(new()))));
        }
    }

    private async Task<(StatusCode Code, string Reason, string Words)> OutcomeAsync(Func<CallInvoker, string, Task> call, string account, string name)
    {
        try
        {
            await call(await host.AsAsync(account), name);
            return (StatusCode.OK, "", "");
        }
        catch (RpcException failure)
        {
            return (failure.StatusCode, EveryMethod.ErrorInfoOf(failure).Reason, failure.Status.Detail);
        }
    }
}
