using Microsoft.EntityFrameworkCore;

namespace Reseau.Referrals.Notifications;

/// <summary>Tables of the notifications. They are no view: nothing rebuilds them from the log, which knows no address.</summary>
internal static class NotificationTables
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PreferencesRow>(row =>
        {
            row.ToTable("notification_preferences").HasKey(p => p.Subject);
            row.HasIndex(p => p.Institution);
        });
        modelBuilder.Entity<DeliveryRow>(row =>
        {
            row.ToTable("notification_deliveries").HasKey(d => d.Id);
            row.HasIndex(d => new { d.State, d.NextTryAt });
            row.HasIndex(d => new { d.Institution, d.CreatedAt, d.Id });
        });
        modelBuilder.Entity<DeliveryItemRow>().ToTable("notification_items").HasKey(i => new { i.Delivery, i.Position });
    }
}
