using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>How far what a convention says has come: said one by one, by key, and kept when the text around it changes.</summary>
public sealed record Progress
{
    /// <summary>What was said of commitments, the last word of each.</summary>
    public ValueList<CommitmentEvidence> Commitments { get; init; }

    /// <summary>Steps reached, in their order.</summary>
    public ValueList<ReachedStep> Steps { get; init; }

    /// <summary>What was paid so far, by funding.</summary>
    public ValueList<PaidFunding> Payments { get; init; }

    /// <summary>What was said of a commitment; null = nothing.</summary>
    public CommitmentEvidence? Of(Commitment commitment) => Commitments.FirstOrDefault(said => said.Commitment == commitment.Key);

    /// <summary>When a step was reached; null = not yet.</summary>
    public DateOnly? Of(Step step) => Steps.FirstOrDefault(reached => reached.Step == step.Key)?.Day;

    /// <summary>What was paid with a funding.</summary>
    public long Of(Funding funding) => Payments.FirstOrDefault(paid => paid.Funding == funding.Key)?.PaidCents ?? 0;

    /// <summary>Conditions that no evidence shows.</summary>
    public IEnumerable<Commitment> MissingConditions(ConventionContent content) =>
        content.Commitments.Where(commitment => commitment.Condition && Of(commitment) is not { Kept: true });

    /// <summary>Whether a commitment is late on a day.</summary>
    public bool IsLate(Commitment commitment, DateOnly today) => commitment.DueDate < today && Of(commitment) is not { Kept: true };

    /// <summary>With the last word on a commitment.</summary>
    public Progress With(CommitmentEvidence said) => this with { Commitments = [.. Commitments.Where(other => other.Commitment != said.Commitment), said] };

    /// <summary>With a step.</summary>
    public Progress With(ReachedStep reached) => this with { Steps = [.. Steps, reached] };

    /// <summary>With a payment.</summary>
    public Progress With(PaidFunding paid) => this with { Payments = [.. Payments.Where(other => other.Funding != paid.Funding), paid] };

    /// <summary>Without what the content no longer speaks of.</summary>
    public Progress Within(ConventionContent content) => new()
    {
        Commitments = [.. Commitments.Where(said => content.Commitments.Any(commitment => commitment.Key == said.Commitment))],
        Steps = [.. Steps.Where(reached => content.Steps.Any(step => step.Key == reached.Step))],
        Payments = [.. Payments.Where(paid => content.Financing?.Fundings.Any(funding => funding.Key == paid.Funding) == true)],
    };
}

/// <summary>What was said of a commitment.</summary>
/// <param name="Commitment">Its key.</param>
/// <param name="Kept">Whether it is kept.</param>
/// <param name="Evidence">What shows it, or why it no longer is.</param>
/// <param name="At">When it was said.</param>
public sealed record CommitmentEvidence(string Commitment, bool Kept, string Evidence, DateTimeOffset At);

/// <summary>A step that was reached.</summary>
/// <param name="Step">Its key.</param>
/// <param name="Day">When.</param>
public sealed record ReachedStep(string Step, DateOnly Day);

/// <summary>What was paid with a funding so far.</summary>
/// <param name="Funding">Its key.</param>
/// <param name="PaidCents">How much.</param>
public sealed record PaidFunding(string Funding, long PaidCents);
