using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Professionals, skills and rules as messages. The enums of both sides share their numbers.</summary>
internal static class ProfessionalMapper
{
    public static Contract.Professional ToMessage(Professional professional, PersonRow? person, Caller caller, DateOnly today)
    {
        var facts = professional.Facts;
        var message = new Contract.Professional
        {
            Name = professional.Name,
            Etag = Etag.Of(professional.Version),
            Institution = Codes.Institution(professional.Institution),
            LastName = person?.LastName ?? "",
            FirstName = person?.FirstName ?? "",
            Email = person?.Email ?? "",
            Function = (Contract.Function)facts.Function,
            ArrivalDate = facts.Arrival?.ToDate(),
            DepartureDate = facts.Departure?.ToDate(),
            Permanences = facts.Permanences,
            Claimed = professional.Claimed,
            Erased = professional.Erased,
            CreateTime = professional.CreatedAt.ToTimestamp(),
            Own = ProfessionalReach.IsOwn(caller, person?.Subject),
        };
        message.Sites.AddRange(facts.Sites);
        message.Skills.AddRange(professional.Skills.Select(held => new Contract.HeldSkill
        {
            Skill = held.Skill, Declared = (Contract.SkillLevel)held.Declared, Evidenced = (Contract.SkillLevel)held.Evidenced, Evidence = held.Evidence, EvidenceDate = held.EvidencedOn?.ToDate(),
        }));
        message.Habilitations.AddRange(professional.Habilitations.Select(held => new Contract.HeldHabilitation
        {
            Rule = held.Rule, ValidFrom = held.From.ToDate(), ValidUntil = held.Until?.ToDate(), Evidence = held.Evidence, Revoked = held.Revoked, Holds = held.HoldsOn(today),
        }));
        return message;
    }

    public static Contract.Skill ToMessage(Skill skill, long version) =>
        new() { Name = skill.Name, Label = skill.Label, Family = skill.Family, Description = skill.Description, Retired = skill.Retired, Etag = Etag.Of(version) };

    public static Contract.HabilitationRule ToMessage(HabilitationRule rule, long version) => new()
    {
        Name = rule.Name, Title = rule.Title, Description = rule.Description, ByTraining = rule.ByTraining, ByEvidence = rule.ByEvidence,
        DurationMonths = rule.DurationMonths, RenewalWindowDays = rule.RenewalWindowDays, Source = rule.Source, Retired = rule.Retired, Etag = Etag.Of(version),
    };
}
