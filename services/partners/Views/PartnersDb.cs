using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Partners.Needs;
using Reseau.Partners.Subscriptions;

namespace Reseau.Partners.Views;

/// <summary>The database of the partner directory. Searches are answered by the index in memory; the tables serve lists and measures.</summary>
public sealed class PartnersDb(DbContextOptions<PartnersDb> options) : LogDb(options)
{
    /// <summary>Institutions in the order of their list.</summary>
    public DbSet<InstitutionRow> Institutions => Set<InstitutionRow>();

    /// <summary>Referrals that wait for an answer.</summary>
    public DbSet<AwaitedAnswerRow> AwaitedAnswers => Set<AwaitedAnswerRow>();

    /// <summary>How long answers took.</summary>
    public DbSet<AnswerDelayRow> AnswerDelays => Set<AnswerDelayRow>();

    /// <summary>Who is bound to whom by a convention.</summary>
    public DbSet<BondRow> Bonds => Set<BondRow>();

    /// <summary>What was looked for and not found.</summary>
    public DbSet<UnmetNeedRow> UnmetNeeds => Set<UnmetNeedRow>();

    /// <summary>How imports stand.</summary>
    public DbSet<ImportRow> Imports => Set<ImportRow>();

    /// <summary>What was said of their records.</summary>
    public DbSet<ImportRemarkRow> ImportRemarks => Set<ImportRemarkRow>();

    /// <inheritdoc />
    protected override void ConfigureViews(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InstitutionRow>(row =>
        {
            row.ToTable("institutions").HasKey(i => i.Name);
            row.HasIndex(i => new { i.SortKey, i.Name });
        });
        modelBuilder.Entity<UnmetNeedRow>().ToTable("unmet_needs").HasKey(n => new { n.Day, n.Theme, n.Commune });
        modelBuilder.Entity<ImportRow>().ToTable("imports").HasKey(i => i.Name);
        modelBuilder.Entity<ImportRemarkRow>().ToTable("import_remarks").HasKey(r => new { r.Import, r.Rank });
        modelBuilder.Entity<BondRow>().ToTable("bonds").HasKey(b => new { b.Sender, b.Recipient });
        modelBuilder.Entity<AwaitedAnswerRow>().ToTable("awaited_answers").HasKey(a => a.Referral);
        modelBuilder.Entity<AnswerDelayRow>(row =>
        {
            row.ToTable("answer_delays").HasKey(a => a.Position);
            row.Property(a => a.Position).ValueGeneratedNever();
            row.HasIndex(a => new { a.Service, a.Position });
        });
    }
}
