using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Training.Domain.Habilitations;

namespace Reseau.Training.Views;

/// <summary>Keeps the rules of habilitations.</summary>
public sealed class HabilitationRuleView : View<TrainingDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(TrainingDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not HabilitationRuleDefined { Rule: var rule }) return;
        var row = await db.HabilitationRules.FindAsync([rule.Name], cancellation);
        if (row is null) db.HabilitationRules.Add(row = new() { Name = rule.Name, Title = "", Body = "" });
        (row.Version, row.Title, row.Retired, row.Body) = (recorded.Version, rule.Title, rule.Retired, RowJson.Write(rule));
    }

    /// <inheritdoc />
    public override Task ClearAsync(TrainingDb db, CancellationToken cancellation) => db.HabilitationRules.ExecuteDeleteAsync(cancellation);

    /// <summary>The rule of a row.</summary>
    public static HabilitationRule Read(HabilitationRuleRow row) => RowJson.Read<HabilitationRule>(row.Body);
}
