using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Conventions.Domain;

/// <summary>Amendments and renewals: a convention of its own that takes the place of another once everybody signed it.</summary>
public static class Following
{
    /// <summary>What is appended to the two conventions; one of the lists may be empty.</summary>
    /// <param name="Current">To the one that is followed.</param>
    /// <param name="Next">To the one that follows.</param>
    public sealed record Both(ConventionEvent Current, ConventionEvent Next);

    /// <summary>Begins an amendment or a renewal.</summary>
    /// <param name="current">The one that is followed.</param>
    /// <param name="institution">Institution id that begins it.</param>
    /// <param name="renewal">Whether it renews rather than amends.</param>
    /// <param name="next"><c>conventions/{convention}</c> of the new one.</param>
    public static Decision<Both> Begin(Convention current, string institution, bool renewal, string next)
    {
        var action = renewal ? ConventionAction.Renew : ConventionAction.Amend;
        if (current.Left.Contains(institution, StringComparer.Ordinal)) return Departing.HasLeft(current.Name, institution);
        if (!Transitions.TryFind(current.State, current.SidesOf(institution), action, out _)) return ConventionDecider.NotAllowed(current, institution, action);
        if (current.SupersededBy is { } other) return new Refusal("ALREADY_BEING_AMENDED", "Another one already follows it.", ("convention", current.Name), ("superseded_by", other));
        return new Both(
            new ConventionFollowed(current.Between, next, renewal),
            new ConventionDrafted(new(institution, [], 1), renewal ? Renewed(current.Content) : current.Content with { SignBefore = null })
            {
                Supersedes = current.Name,
                Renewal = renewal,
                // What is evidenced stays evidenced when the text around it changes; a new period begins anew.
                Progress = renewal ? null : current.Progress,
            });
    }

    /// <summary>What the other one hears when this one is signed by all, or came to nothing; null when it hears nothing.</summary>
    /// <param name="followed">The one that is followed, as it is.</param>
    /// <param name="next">The one that follows, after what just happened to it.</param>
    /// <param name="now">When.</param>
    public static ConventionEvent? Tell(Convention followed, Convention next, DateTimeOffset now)
    {
        if (followed.SupersededBy != next.Name) return null;
        if (next.State is ConventionState.Withdrawn or ConventionState.Declined) return new ConventionFollowingDropped(followed.Between, next.Name);
        if (!Transitions.IsSigned(next.State)) return null;
        return next.Renewal && next.Content.StartDate > FrenchDay.Of(now) ? new ConventionRenewalSigned(followed.Between, next.Name, next.Content.StartDate.Value) : TakeOver(followed, next);
    }

    /// <summary>The one that follows takes the place; null when the table has no such line: what was terminated stays so.</summary>
    public static ConventionEvent? TakeOver(Convention followed, Convention next) =>
        Transitions.TryFind(followed.State, [Side.Clock], ConventionAction.Supersede, out var to) ? new ConventionSuperseded(followed.Between, followed.State, to!.Value, next.Name) : null;

    // It begins the day after the end of the other, and lasts as long; what was due in the one is due that much later.
    private static ConventionContent Renewed(ConventionContent content)
    {
        if (content is not { StartDate: { } start, EndDate: { } end }) return content;
        var days = end.DayNumber - start.DayNumber + 1;
        return content with
        {
            StartDate = end.AddDays(1),
            EndDate = LastDay(start, end),
            SignBefore = null,
            Commitments = [.. content.Commitments.Select(commitment => commitment with { DueDate = commitment.DueDate?.AddDays(days) })],
            Steps = [.. content.Steps.Select(step => step with { PlannedDate = step.PlannedDate?.AddDays(days) })],
        };
    }

    // Whole years and months stay so: 1 January to 31 December is followed by the whole next year, be it longer by a day.
    private static DateOnly LastDay(DateOnly start, DateOnly end)
    {
        var after = end.AddDays(1);
        var months = ((after.Year - start.Year) * 12) + after.Month - start.Month;
        return months > 0 && start.AddMonths(months) == after ? after.AddMonths(months).AddDays(-1) : after.AddDays(end.DayNumber - start.DayNumber);
    }
}
