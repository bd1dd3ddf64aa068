using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Views;

/// <summary>What is asked for, page by page.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="List">Which list.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Now">The moment of the lists that depend on it: what is late, what is today.</param>
public sealed record WorklistQuestion(string Institution, Worklist List, WorklistFilter Filter, DateTimeOffset Now)
{
    /// <summary>The day it is.</summary>
    public DateOnly Today => FrenchDay.Of(Now);
}

/// <summary>Where a page of a worklist ended, or how far it looked.</summary>
/// <param name="At">Instant by which the list is ordered.</param>
/// <param name="Name">Name of the referral, which parts those of one instant.</param>
public sealed record WorklistPosition(DateTimeOffset At, string Name);

/// <summary>A page of a worklist.</summary>
/// <param name="Rows">In the order of the list.</param>
/// <param name="Next">Where the next page begins; null after the last.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, WorklistPosition? Next);
