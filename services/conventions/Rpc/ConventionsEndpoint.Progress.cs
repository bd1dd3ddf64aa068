using Grpc.Core;
using Reseau.Conventions.Domain;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>Commitments, steps and money.</summary>
internal sealed partial class ConventionsEndpoint
{
    public override Task<Contract.Convention> KeepCommitment(Contract.KeepCommitmentRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var evidence = ContentRules.RequiredFreeText("evidence", request.Evidence, ReasonLength, violations);
        FieldRules.Key(request.Commitment, "commitment", violations);
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), violations, ConventionAction.KeepCommitment,
            move => move with { Key = request.Commitment, Kept = request.Kept, Said = evidence });
    }

    public override Task<Contract.Convention> ReachStep(Contract.ReachStepRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        FieldRules.Key(request.Step, "step", violations);
        var day = violations.Day("reached_date", request.ReachedDate) ?? Today;
        if (day > Today) violations.Add("reached_date", "OUT_OF_RANGE", "A step is reached today or before.", "Cette date est à venir : déclarez l'étape le jour où elle est franchie.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), violations, ConventionAction.ReachStep, move => move with { Key = request.Step, Day = day });
    }

    public override Task<Contract.Convention> RecordPayment(Contract.RecordPaymentRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        FieldRules.Key(request.Funding, "funding", violations);
        TermRules.Cents(request.PaidCents, "paid_cents", violations);
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), violations, ConventionAction.RecordPayment,
            move => move with { Key = request.Funding, PaidCents = request.PaidCents });
    }
}
