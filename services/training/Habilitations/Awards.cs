using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Rpc;
using Reseau.Training.Views;

namespace Reseau.Training.Habilitations;

/// <summary>Gives those who attended a session to its end what it teaches: in the transaction that closes it, so that nobody is forgotten.</summary>
internal static class Awards
{
    /// <summary>Gives them skills and habilitations.</summary>
    public static async Task GiveAsync(LogUnit<TrainingDb> unit, IReadOnlyList<Attended> attended, CancellationToken cancellation)
    {
        var named = attended.SelectMany(one => one.HabilitationRules).Distinct(StringComparer.Ordinal).ToArray();
        var rows = await unit.Db.HabilitationRules.AsNoTracking().Where(row => EF.Parameter(named).Contains(row.Name)).OrderBy(row => row.Name).ToListAsync(cancellation);
        var rules = rows.ConvertAll(HabilitationRuleView.Read);
        foreach (var one in attended)
        {
            if (ProfessionalStore.Fold(one.Professional, await unit.ReadAsync(one.Professional, cancellation)) is not { } current) continue;
            var given = HabilitationDecider.Award(current, one, rules.Where(rule => one.HabilitationRules.Contains(rule.Name, StringComparer.Ordinal)));
            await unit.AppendAsync(one.Professional, current.Version, given, cancellation);
        }
    }
}
