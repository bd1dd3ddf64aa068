using Reseau.Kernel;
using Reseau.Training.Domain.Plans;

namespace Reseau.Training.Domain.Needs;

/// <summary>All decisions about a need: pure.</summary>
public static class NeedDecider
{
    /// <summary>Writes a need down.</summary>
    /// <param name="raised">Who raises it, whose it is, and what it says.</param>
    /// <param name="known">What there is of that which it names.</param>
    public static Decision<NeedEvent> Create(NeedRaised raised, NamedByNeed known)
    {
        if (known.Missing(raised.Content) is { } missing) return missing;
        return raised;
    }

    /// <summary>Replaces what it says.</summary>
    public static Decision<NeedEvent> Revise(Need current, NeedContent content, NamedByNeed known)
    {
        if (HasEnded(current)) return Ended(current);
        if (content == current.Content) return Decision.Nothing<NeedEvent>();
        if (known.Missing(content) is { } missing) return missing;
        return new NeedRevised(content);
    }

    /// <summary>Says what answers it.</summary>
    /// <param name="current">The need.</param>
    /// <param name="plan">The plan, if there is one of that name and it is seen.</param>
    /// <param name="answer">Key of its goal, or name of its course; the other is empty.</param>
    public static Decision<NeedEvent> Plan(Need current, Plan? plan, NeedPlanned answer)
    {
        if (HasEnded(current)) return Ended(current);
        if (plan is not { State: PlanState.Published } || !IsFor(plan, current) || !Gives(plan.Newest.Content, answer))
            return new Refusal("PLAN_HAS_NO_ANSWER", "No published plan has such a goal or course.", ("need", current.Name), ("plan", answer.Plan));
        if ((current.Plan, current.Goal, current.Course) == (answer.Plan, answer.Goal, answer.Course)) return Decision.Nothing<NeedEvent>();
        return answer;
    }

    /// <summary>Says that it is answered.</summary>
    public static Decision<NeedEvent> Meet(Need current) => current.State switch
    {
        NeedState.Met => Decision.Nothing<NeedEvent>(),
        NeedState.SetAside => Ended(current),
        _ => new NeedMet(),
    };

    /// <summary>Gives it up.</summary>
    public static Decision<NeedEvent> SetAside(Need current, string reason) => current.State switch
    {
        NeedState.SetAside => Decision.Nothing<NeedEvent>(),
        NeedState.Met => Ended(current),
        _ => new NeedSetAside(reason),
    };

    // What only one institution learns is no answer to the network.
    private static bool IsFor(Plan plan, Need need) => plan.Network || (!need.Network && plan.Institution == need.Institution);

    private static bool Gives(PlanContent content, NeedPlanned answer) => answer.Course.Length == 0
        ? content.Goals.Any(goal => goal.Key == answer.Goal)
        : content.Courses.Any(course => course.Course == answer.Course);

    private static bool HasEnded(Need current) => current.State is NeedState.Met or NeedState.SetAside;

    private static Refusal Ended(Need current) => new("NEED_ENDED", "A need that is met or set aside does not change.", ("need", current.Name), ("state", EnumNames.Of(current.State)));
}
