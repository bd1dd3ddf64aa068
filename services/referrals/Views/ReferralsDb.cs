using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Referrals.Notifications;
using Reseau.Referrals.Subscriptions;

namespace Reseau.Referrals.Views;

/// <summary>The database of the referral service.</summary>
public sealed class ReferralsDb(DbContextOptions<ReferralsDb> options) : LogDb(options)
{
    /// <summary>The worklists.</summary>
    public DbSet<WorklistRow> Worklists => Set<WorklistRow>();

    /// <summary>What the directory told us of its services.</summary>
    public DbSet<KnownServiceRow> KnownServices => Set<KnownServiceRow>();

    /// <summary>What professionals want to be told of.</summary>
    public DbSet<PreferencesRow> NotificationPreferences => Set<PreferencesRow>();

    /// <summary>Messages to professionals.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    /// <summary>What each message tells.</summary>
    public DbSet<DeliveryItemRow> DeliveryItems => Set<DeliveryItemRow>();

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
        modelBuilder.Entity<KnownServiceRow>().ToTable("known_services").HasKey(s => s.Name);
        NotificationTables.Configure(modelBuilder);
    }
}
