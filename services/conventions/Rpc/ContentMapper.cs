using Google.Protobuf.WellKnownTypes;
using Reseau.Conventions.Domain;
using Reseau.Hosting.Contracts;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>What a convention says, and how far that has come, to messages. The enums of both share their numbers.</summary>
internal static class ContentMapper
{
    public static Contract.Content ToMessage(ConventionContent content, Progress progress, DateOnly today)
    {
        var message = new Contract.Content
        {
            Title = content.Title,
            Kind = (Contract.ConventionKind)content.Kind,
            Template = content.Template,
            TemplateVersion = content.TemplateVersion,
            SigningOrder = (Contract.Convention.Types.SigningOrder)content.SigningOrder,
            StartDate = content.StartDate?.ToDate(),
            EndDate = content.EndDate?.ToDate(),
            NoticeDays = content.NoticeDays,
            Financing = content.Financing is { } plan ? ToMessage(plan, progress) : null,
            SignatureLevel = (Contract.Signature.Types.Level)content.SignatureLevel,
            LeastSignatureLevel = (Contract.Signature.Types.Level)content.LeastSignatureLevel,
            SignBefore = content.SignBefore?.ToDate(),
        };
        message.Parties.AddRange(content.Parties.Select(party => new Contract.Party
        {
            Institution = Codes.Institution(party.Institution), DisplayName = party.DisplayName, Called = party.Called,
            Signatory = party.Signatory, Function = party.Function, Mandate = party.Mandate,
        }));
        message.Clauses.AddRange(content.Clauses.Select(TemplateMapper.ToMessage));
        message.Variables.AddRange(content.Variables.Select(TemplateMapper.ToMessage));
        message.Values.AddRange(content.Values.Select(value => new Contract.Value { Key = value.Key, Value_ = value.Value }));
        message.Commitments.AddRange(content.Commitments.Select(commitment => ToMessage(commitment, progress, today)));
        message.Steps.AddRange(content.Steps.Select(step => new Contract.Step
        {
            Key = step.Key, Label = step.Label, PlannedDate = step.PlannedDate?.ToDate(), ReachedDate = progress.Of(step)?.ToDate(),
        }));
        message.ReferralTerms.AddRange(content.ReferralTerms.Select(ToMessage));
        return message;
    }

    private static Contract.Commitment ToMessage(Commitment commitment, Progress progress, DateOnly today)
    {
        var said = progress.Of(commitment);
        return new()
        {
            Key = commitment.Key, Clause = commitment.Clause, Institution = Codes.Institution(commitment.Institution), Text = commitment.Text, DueDate = commitment.DueDate?.ToDate(),
            Condition = commitment.Condition, Referent = commitment.Referent, Kept = said?.Kept ?? false, Evidence = said?.Evidence ?? "", EvidenceTime = said?.At.ToTimestamp(),
            Late = progress.IsLate(commitment, today),
        };
    }

    private static Contract.FinancingPlan ToMessage(FinancingPlan plan, Progress progress)
    {
        var message = new Contract.FinancingPlan();
        message.Costs.AddRange(plan.Costs.Select(cost => new Contract.Cost { Year = cost.Year, Label = cost.Label, Quantity = cost.Quantity, UnitCents = cost.UnitCents }));
        message.Fundings.AddRange(plan.Fundings.Select(funding => new Contract.Funding
        {
            Key = funding.Key, Year = funding.Year, Funder = funding.Funder, Institution = Codes.Institution(funding.Institution),
            PlannedCents = funding.PlannedCents, ShareBasisPoints = funding.ShareBasisPoints, PaidCents = progress.Of(funding),
        }));
        return message;
    }

    private static Contract.ReferralTerms ToMessage(ReferralTerms terms)
    {
        var message = new Contract.ReferralTerms { From = Codes.Institution(terms.From), To = Codes.Institution(terms.To), Clause = terms.Clause, MonthlyCapacity = terms.MonthlyCapacity };
        if (terms.AcknowledgeDays + terms.DecideDays + terms.EscalateDays > 0)
            message.Delays = new() { Acknowledge = terms.AcknowledgeDays, Decide = terms.DecideDays, Escalate = terms.EscalateDays };
        message.Themes.AddRange(terms.Themes);
        message.Services.AddRange(terms.Services);
        message.Fields.AddRange(terms.Fields);
        message.RequiredHabilitations.AddRange(terms.RequiredHabilitations);
        return message;
    }
}
