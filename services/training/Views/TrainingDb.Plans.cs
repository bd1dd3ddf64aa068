using Microsoft.EntityFrameworkCore;

namespace Reseau.Training.Views;

/// <summary>The table of plans.</summary>
public sealed partial class TrainingDb
{
    /// <summary>The plans.</summary>
    public DbSet<PlanRow> Plans => Set<PlanRow>();

    private static void ConfigurePlans(ModelBuilder model) => model.Entity<PlanRow>(row =>
    {
        row.ToTable("plans").HasKey(p => p.Name);
        row.HasIndex(p => new { p.EndDay, p.Name });
    });
}
