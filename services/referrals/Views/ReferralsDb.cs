using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Referrals.Notifications;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Subscriptions;

namespace Reseau.Referrals.Views;

/// <summary>The database of the referral service.</summary>
public sealed class ReferralsDb(DbContextOptions<ReferralsDb> options) : LogDb(options)
{
    /// <summary>Rows of the indexes for the appointments of a day.</summary>
    public const string WithAppointment = "appointment_at IS NOT NULL";

    /// <summary>The worklists.</summary>
    public DbSet<WorklistRow> Worklists => Set<WorklistRow>();

    /// <summary>What time does next.</summary>
    public DbSet<TimerRow> Timers => Set<TimerRow>();
    /// <summary>What figures are made of.</summary>
    public DbSet<FigureRow> Figures => Set<FigureRow>();

    /// <summary>What the directory told us of its services.</summary>
    public DbSet<KnownServiceRow> KnownServices => Set<KnownServiceRow>();

    /// <summary>What the directory told us of its places.</summary>
    public DbSet<KnownStructureRow> KnownStructures => Set<KnownStructureRow>();

    /// <summary>Which institutions it told us have left.</summary>
    public DbSet<DepartedInstitutionRow> DepartedInstitutions => Set<DepartedInstitutionRow>();

    /// <summary>What professionals want to be told of.</summary>
    public DbSet<PreferencesRow> NotificationPreferences => Set<PreferencesRow>();

    /// <summary>Messages to professionals.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    /// <summary>What each message tells.</summary>
    public DbSet<DeliveryItemRow> DeliveryItems => Set<DeliveryItemRow>();

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
            row.HasIndex(w => new { w.Recipient, w.RecipientList, w.OrderAt, w.Name });
            row.HasIndex(w => new { w.Sender, w.SenderList, w.OrderAt, w.Name });
            row.HasIndex(w => new { w.Recipient, w.ChangedAt, w.Name });
            row.HasIndex(w => new { w.Sender, w.ChangedAt, w.Name });
            // Few referrals are part of a chain: the others stay out of its index.
            row.HasIndex(w => w.Chain).HasFilter("chain IS NOT NULL");
            row.HasIndex(w => new { w.Recipient, w.AppointmentAt, w.Name }).HasFilter(WithAppointment);
            row.HasIndex(w => new { w.Sender, w.AppointmentAt, w.Name }).HasFilter(WithAppointment);
            // The column came later than its rows.
            row.Property(w => w.OrderAt).HasDefaultValueSql("0").ValueGeneratedNever();
        });
        modelBuilder.Entity<TimerRow>(row =>
        {
            row.ToTable("timers").HasKey(t => t.Referral);
            row.HasIndex(t => t.DueAt);
            row.HasIndex(t => new { t.Service, t.DueAt });
        });
        modelBuilder.Entity<FigureRow>(row =>
        {
            row.ToTable("figures").HasKey(f => f.Name);
            // Of what never changes: a move of a referral touches none of them.
            row.HasIndex(f => new { f.Recipient, f.SubmittedAt });
            row.HasIndex(f => new { f.Sender, f.SubmittedAt });
            row.HasIndex(f => f.SubmittedAt);
        });
        modelBuilder.Entity<AttachmentRow>(row =>
        {
            row.ToTable("attachments").HasKey(a => new { a.Subject, a.Attachment });
            // Uploads that broke off.
            row.HasIndex(a => new { a.Complete, a.StartedAt });
        });
        modelBuilder.Entity<AttachmentChunkRow>().ToTable("attachment_chunks").HasKey(c => new { c.Subject, c.Attachment, c.Number });
        modelBuilder.Entity<KnownServiceRow>(row =>
        {
            row.ToTable("known_services").HasKey(s => s.Name);
            // The column came later than its rows.
            row.Property(s => s.Closed).HasDefaultValue(false).ValueGeneratedNever();
        });
        modelBuilder.Entity<KnownStructureRow>().ToTable("known_structures").HasKey(s => s.Name);
        modelBuilder.Entity<DepartedInstitutionRow>().ToTable("departed_institutions").HasKey(i => i.Institution);
        NotificationTables.Configure(modelBuilder);
    }
}
