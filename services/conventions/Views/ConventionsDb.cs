using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Policies;
using Reseau.Conventions.Subscriptions;
using Reseau.Hosting.Log;

namespace Reseau.Conventions.Views;

/// <summary>The database of the convention service.</summary>
public sealed class ConventionsDb(DbContextOptions<ConventionsDb> options) : LogDb(options)
{
    /// <summary>The conventions.</summary>
    public DbSet<ConventionRow> Conventions => Set<ConventionRow>();

    /// <summary>Whose list each is on.</summary>
    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    /// <summary>Which pairs of institutions they bind.</summary>
    public DbSet<BondRow> Bonds => Set<BondRow>();

    /// <summary>What they command, compiled.</summary>
    public DbSet<PolicyRow> Policies => Set<PolicyRow>();

    /// <summary>The templates.</summary>
    public DbSet<TemplateRow> Templates => Set<TemplateRow>();

    /// <summary>The governance bodies.</summary>
    public DbSet<BodyRow> Bodies => Set<BodyRow>();

    /// <summary>Who sits in them.</summary>
    public DbSet<SeatRow> Seats => Set<SeatRow>();

    /// <summary>The documents that are signed.</summary>
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    /// <summary>What the referrals told us of.</summary>
    public DbSet<SentReferralRow> SentReferrals => Set<SentReferralRow>();

    /// <summary>Who the directory told us has left the network.</summary>
    public DbSet<DepartedInstitutionRow> DepartedInstitutions => Set<DepartedInstitutionRow>();

    /// <inheritdoc />
    protected override void ConfigureViews(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ConventionRow>(row =>
        {
            row.ToTable("conventions").HasKey(c => c.Name);
            row.HasIndex(c => new { c.EndDay, c.Name });
            row.HasIndex(c => c.DueAt);
            row.HasIndex(c => c.SignedSha256);
        });
        modelBuilder.Entity<MembershipRow>(row =>
        {
            row.ToTable("memberships").HasKey(m => new { m.Convention, m.Institution });
            row.HasIndex(m => new { m.Institution, m.EndDay, m.Convention });
            row.HasIndex(m => new { m.Institution, m.ToSign, m.EndDay, m.Convention });
        });
        modelBuilder.Entity<BondRow>(row =>
        {
            row.ToTable("bonds").HasKey(b => new { b.Convention, b.Sender, b.Recipient });
            row.HasIndex(b => new { b.Sender, b.Recipient });
        });
        modelBuilder.Entity<PolicyRow>(row =>
        {
            row.ToTable("policies").HasKey(p => new { p.Sender, p.Recipient });
            row.HasIndex(p => new { p.Recipient, p.Sender });
        });
        modelBuilder.Entity<TemplateRow>(row =>
        {
            row.ToTable("templates").HasKey(t => t.Name);
            row.HasIndex(t => new { t.PlainTitle, t.Name });
        });
        modelBuilder.Entity<BodyRow>(row =>
        {
            row.ToTable("bodies").HasKey(b => b.Name);
            row.HasIndex(b => new { b.PlainTitle, b.Name });
        });
        modelBuilder.Entity<SeatRow>(row =>
        {
            row.ToTable("seats").HasKey(s => new { s.Body, s.Institution });
            row.HasIndex(s => s.Institution);
        });
        modelBuilder.Entity<DepartedInstitutionRow>().ToTable("departed_institutions").HasKey(i => i.Institution);
        modelBuilder.Entity<DocumentRow>().ToTable("documents").HasKey(d => new { d.Convention, d.TextVersion });
        modelBuilder.Entity<SentReferralRow>(row =>
        {
            row.ToTable("sent_referrals").HasKey(r => r.Referral);
            row.HasIndex(r => new { r.Sender, r.Recipient, r.SentAt });
        });
    }
}
