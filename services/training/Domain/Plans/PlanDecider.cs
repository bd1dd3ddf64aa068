using Reseau.Kernel;

namespace Reseau.Training.Domain.Plans;

/// <summary>All decisions about a plan: pure.</summary>
public static class PlanDecider
{
    /// <summary>Writes a plan down.</summary>
    /// <param name="current">What has that name already; null for nothing.</param>
    /// <param name="name"><c>plans/{plan}</c>.</param>
    /// <param name="drafted">Who writes it, for whom, and what it says.</param>
    /// <param name="known">What there is of that which it names.</param>
    public static Decision<PlanEvent> Create(Plan? current, string name, PlanDrafted drafted, NamedByPlan known)
    {
        if (current is not null) return new Refusal("PLAN_ALREADY_EXISTS", "A plan has this name.", ("plan", name));
        if (known.Missing(drafted.Content) is { } missing) return missing;
        return drafted;
    }

    /// <summary>Replaces what it says: a draft stays its version, what was published becomes the next.</summary>
    public static Decision<PlanEvent> Update(Plan current, PlanContent content, NamedByPlan known)
    {
        if (current.State == PlanState.Closed) return new Refusal("PLAN_CLOSED", "A closed plan does not change.", ("plan", current.Name));
        if (content == current.Newest.Content) return Decision.Nothing<PlanEvent>();
        if (known.Missing(content) is { } missing) return missing;
        if (current.State == PlanState.Draft) return new PlanRevised(current.Newest.Version, content);
        if (content.Goals.Count == 0) return WithoutGoal(current);
        return new PlanRevised(current.Newest.Version + 1, content);
    }

    /// <summary>Shows it to everyone it is for.</summary>
    public static Decision<PlanEvent> Publish(Plan current) => current.State switch
    {
        PlanState.Closed => new Refusal("PLAN_CLOSED", "A closed plan is not published.", ("plan", current.Name)),
        PlanState.Published => Decision.Nothing<PlanEvent>(),
        _ when current.Newest.Content.Goals.Count == 0 => WithoutGoal(current),
        _ => new PlanPublished(),
    };

    /// <summary>Ends it.</summary>
    public static Decision<PlanEvent> Close(Plan current)
    {
        if (current.State == PlanState.Closed) return Decision.Nothing<PlanEvent>();
        return new PlanClosed();
    }

    private static Refusal WithoutGoal(Plan current) => new("PLAN_WITHOUT_GOAL", "A plan that is followed has a goal.", ("plan", current.Name));
}
