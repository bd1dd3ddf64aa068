using System.Globalization;
using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>What is said of commitments, steps and money.</summary>
public static partial class ConventionDecider
{
    private static Decision<ConventionEvent> Keep(Convention current, MoveConvention command)
    {
        if (current.Content.Commitments.FirstOrDefault(commitment => commitment.Key == command.Key) is not { } commitment)
            return new Refusal("COMMITMENT_NOT_FOUND", "The convention has no such commitment.", ("convention", current.Name), ("commitment", command.Key));
        if (commitment.Institution != command.Institution)
            return new Refusal("NOT_YOUR_COMMITMENT", "Another party promised it.", ("convention", current.Name), ("institution", Codes.Institution(commitment.Institution)));
        if (current.Progress.Of(commitment) is { } said && said.Kept == command.Kept && said.Evidence == command.Said) return Decision.Nothing<ConventionEvent>();
        return new CommitmentKept(current.Between, command.Key, command.Kept, command.Said);
    }

    private static Decision<ConventionEvent> Reach(Convention current, MoveConvention command)
    {
        if (current.Progress.Steps.Any(reached => reached.Step == command.Key && reached.Day == command.Day)) return Decision.Nothing<ConventionEvent>();
        var next = current.Content.Steps.Skip(current.Progress.Steps.Count).FirstOrDefault();
        if (next?.Key != command.Key)
            return new Refusal("STEP_NOT_NEXT", "Steps are reached in their order.", ("convention", current.Name), ("next", next?.Key ?? ""));
        var missing = current.Progress.MissingConditions(current.Content).Select(condition => condition.Key).ToList();
        if (current.Progress.Steps.Count > 0 && missing.Count > 0)
            return new Refusal("NOT_READY", "Conditions are not all evidenced.", ("convention", current.Name), ("missing", string.Join(", ", missing)));
        return new StepReached(current.Between, new(command.Key, command.Day!.Value));
    }

    private static Decision<ConventionEvent> Pay(Convention current, MoveConvention command)
    {
        if (current.Content.Financing?.Fundings.FirstOrDefault(funding => funding.Key == command.Key) is not { } funding)
            return new Refusal("FUNDING_NOT_FOUND", "The financing plan has no such funding.", ("convention", current.Name), ("funding", command.Key));
        if (command.PaidCents > funding.PlannedCents)
            return new Refusal("PAID_MORE_THAN_PLANNED", "More was paid than is planned.", ("convention", current.Name), ("planned_cents", funding.PlannedCents.ToString(CultureInfo.InvariantCulture)));
        if (current.Progress.Of(funding) == command.PaidCents) return Decision.Nothing<ConventionEvent>();
        return new PaymentRecorded(current.Between, new(command.Key, command.PaidCents));
    }
}
