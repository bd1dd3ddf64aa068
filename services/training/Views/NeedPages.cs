using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Needs;

namespace Reseau.Training.Views;

/// <summary>Whose needs are asked for.</summary>
/// <param name="Institution">Institution id; null = of all.</param>
/// <param name="Network">Whether those of the network are among them.</param>
public sealed record NeedOwners(string? Institution, bool Network)
{
    /// <summary>One institution of them; null when it is none of them.</summary>
    public NeedOwners? Only(string institution) => Institution is null || Institution == institution ? new(institution, Network: false) : null;
}

/// <summary>Which needs are asked for.</summary>
/// <param name="States">In these states.</param>
/// <param name="Owners">Whose.</param>
/// <param name="Subject">Skill or theme; empty = any.</param>
/// <param name="Function">Bit of a function that they concern; 0 = any.</param>
/// <param name="Plan"><c>plans/{plan}</c> that answers them; empty = any or none.</param>
public sealed record NeedQuestion(NeedState[] States, NeedOwners Owners, string Subject, int Function, string Plan);

/// <summary>Reads lists of needs page by page, the most urgent on top: one row more than asked for says that another page follows.</summary>
public static class NeedPages
{
    /// <summary>One page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="asked">Which.</param>
    /// <param name="after">Where the page before ended, its urgency and name; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<NeedRow>> ReadAsync(TrainingDb db, NeedQuestion asked, (Urgency Urgency, string Name)? after, int size, CancellationToken cancellation)
    {
        var (states, owners, subject, function, plan) = asked;
        var rows = Of(db, states, owners);
        if (subject.Length > 0) rows = rows.Where(row => row.Subject == subject);
        if (function != 0) rows = rows.Where(row => row.Functions == 0 || (row.Functions & function) != 0);
        if (plan.Length > 0) rows = rows.Where(row => row.Plan == plan);
        // Names are ordered by time.
        if (after is var (urgency, name)) rows = rows.Where(row => row.Urgency <= urgency && (row.Urgency < urgency || string.Compare(row.Name, name) < 0));
        return rows.OrderByDescending(row => row.Urgency).ThenByDescending(row => row.Name).Take(size + 1).ToListAsync(cancellation);
    }

    /// <summary>All needs in these states, of these owners.</summary>
    public static IQueryable<NeedRow> Of(TrainingDb db, NeedState[] states, NeedOwners owners)
    {
        var (institution, network) = owners;
        var rows = db.Needs.AsNoTracking().Where(row => EF.Parameter(states).Contains(row.State));
        if (institution is null) return rows;
        return network ? rows.Where(row => row.Network == true || row.Institution == institution) : rows.Where(row => row.Network != true && row.Institution == institution);
    }
}
