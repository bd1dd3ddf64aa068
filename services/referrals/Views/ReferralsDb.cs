using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Subscriptions;

namespace Reseau.Referrals.Views;

/// <summary>The database of the referral service.</summary>
public sealed class ReferralsDb(DbContextOptions<ReferralsDb> options) : LogDb(options)
{
    /// <summary>The worklists.</summary>
    public DbSet<WorklistRow> Worklists => Set<WorklistRow>();

    /// <summary>What the directory told us of its services.</summary>
    public DbSet<KnownServiceRow> KnownServices => Set<KnownServiceRow>();

    /// <summary>Documents.</summary>
    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    /// <summary>Their encrypted pieces.</summary>
    public DbSet<AttachmentChunkRow> AttachmentChunks => Set<AttachmentChunkRow>();

    /// <inheritdoc />
    protected override void ConfigureViews(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<WorklistRow>(row =>
        {
            row.ToTable("worklists").HasKey(w => w.Name);
            // One index per question: which institution, which list, in which order.
            row.HasIndex(w => new { w.Recipient, w.RecipientList, w.ChangedAt, w.Name });
            row.HasIndex(w => new { w.Sender, w.SenderList, w.ChangedAt, w.Name });
            row.HasIndex(w => new { w.Recipient, w.ChangedAt, w.Name });
            row.HasIndex(w => new { w.Sender, w.ChangedAt, w.Name });
        });
        modelBuilder.Entity<AttachmentRow>(row =>
        {
            row.ToTable("attachments").HasKey(a => new { a.Subject, a.Attachment });
            // Uploads that broke off.
            row.HasIndex(a => new { a.Complete, a.StartedAt });
        });
        modelBuilder.Entity<AttachmentChunkRow>().ToTable("attachment_chunks").HasKey(c => new { c.Subject, c.Attachment, c.Number });
        modelBuilder.Entity<KnownServiceRow>().ToTable("known_services").HasKey(s => s.Name);
    }
}
