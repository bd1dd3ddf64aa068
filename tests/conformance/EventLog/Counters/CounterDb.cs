using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;

namespace Reseau.Conformance.EventLog.Counters;

/// <summary>A log with one view, and a table that a subscription fills.</summary>
public sealed class CounterDb(DbContextOptions<CounterDb> options) : LogDb(options)
{
    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<HandledRow> Handled => Set<HandledRow>();

    protected override void ConfigureViews(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CounterRow>().ToTable("counters").HasKey(c => c.Name);
        modelBuilder.Entity<HandledRow>(row =>
        {
            row.ToTable("handled").HasKey(h => h.Position);
            row.Property(h => h.Position).ValueGeneratedNever();
        });
    }
}

/// <summary>How far a counter is.</summary>
public sealed class CounterRow
{
    public required string Name { get; set; }

    public int Count { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A change that was handled; handling it twice breaks the key.</summary>
public sealed class HandledRow
{
    public long Position { get; set; }

    public required string Stream { get; set; }
}
