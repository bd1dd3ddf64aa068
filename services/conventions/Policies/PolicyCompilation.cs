using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Rpc;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;

namespace Reseau.Conventions.Policies;

/// <summary>
/// Compiles policies in the transaction of whatever changes them: a suspension and what it forbids become durable together, and nobody
/// reads the one without the other. What compiles to the same is not said again.
/// </summary>
public static class PolicyCompilation
{
    /// <summary>Stream of the policies from one institution to another.</summary>
    public static string StreamOf(string from, string to) => $"policies/{from}:{to}";

    /// <summary>Compiles what follows from a command.</summary>
    public static async Task ConcludeAsync(LogUnit<ConventionsDb> unit, CancellationToken cancellation)
    {
        var moved = unit.Appended.Where(recorded => recorded.Body is ConventionMoved one && (Transitions.IsSigned(one.From) || Transitions.IsSigned(one.To)))
            .Select(recorded => recorded.Stream).Distinct(StringComparer.Ordinal).ToArray();
        if (moved.Length == 0) return;
        // The pairs that the last signature binds are found in the table.
        await unit.Db.SaveChangesAsync(cancellation);
        var pairs = await unit.Db.Bonds.AsNoTracking().Where(bond => EF.Parameter(moved).Contains(bond.Convention)).Select(bond => new { bond.Sender, bond.Recipient }).Distinct().ToListAsync(cancellation);
        foreach (var pair in pairs) await CompileAsync(unit, pair.Sender, pair.Recipient, cancellation);
    }

    /// <summary>Compiles what one institution may send another, and says so if it changed.</summary>
    public static async Task<StreamVersion> CompileAsync(LogUnit<ConventionsDb> unit, string from, string to, CancellationToken cancellation)
    {
        var known = await unit.Db.Policies.FindAsync([from, to], cancellation);
        var version = known?.Version ?? 0;
        var stream = StreamOf(from, to);
        var names = await unit.Db.Bonds.Where(bond => bond.Sender == from && bond.Recipient == to).Select(bond => bond.Convention).ToListAsync(cancellation);
        List<BindingTerms> terms = [];
        foreach (var name in names)
        {
            if (ConventionStore.Fold(name, await unit.ReadAsync(name, cancellation)) is { } convention)
                terms.AddRange(BindingTerms.Of(convention).Where(one => one.Terms.From == from && one.Terms.To == to));
        }
        var policy = PolicyCompiler.Compile(from, to, terms, FrenchDay.Of(unit.Command.Now), version + 1);
        if (policy is null || (known is not null && PolicyView.Read(known) with { Version = policy.Version } == policy)) return new(stream, version);
        return await unit.AppendAsync(stream, version, [new PolicyCompiled(policy)], cancellation);
    }
}
