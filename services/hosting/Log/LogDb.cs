using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Reseau.Hosting.Log;

/// <summary>
/// The database of one service: its event log, what belongs to the log, and the service's views (added by the
/// derived class). The same model serves SQLite and PostgreSQL.
/// </summary>
public abstract class LogDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The log.</summary>
    public DbSet<EventRow> Events => Set<EventRow>();

    /// <summary>Requests already answered.</summary>
    public DbSet<RequestRow> Requests => Set<RequestRow>();

    /// <summary>Who may see which event.</summary>
    public DbSet<AudienceRow> Audience => Set<AudienceRow>();

    /// <summary>How far readers have come.</summary>
    public DbSet<CursorRow> Cursors => Set<CursorRow>();

    /// <summary>Changes waiting for a replay.</summary>
    public DbSet<ParkedRow> Parked => Set<ParkedRow>();

    /// <summary>Keys of personal data.</summary>
    public DbSet<PersonalKeyRow> PersonalKeys => Set<PersonalKeyRow>();

    /// <summary>Encrypted personal data.</summary>
    public DbSet<PersonalPartRow> PersonalParts => Set<PersonalPartRow>();

    /// <summary>The newest position, as the transaction that writes knows it; null until it has asked. Nobody else appends meanwhile.</summary>
    internal long? Head { get; set; }

    /// <summary>What that transaction has appended so far, in order.</summary>
    internal List<RecordedEvent> Appended { get; } = [];

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // Microseconds since 1970: ordered, exact and equal on both providers, and canonical for the hash.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EventRow>(row =>
        {
            row.ToTable("events").HasKey(e => e.Position);
            row.Property(e => e.Position).ValueGeneratedNever();
            row.HasIndex(e => new { e.Stream, e.Version }).IsUnique();
        });
        modelBuilder.Entity<RequestRow>().ToTable("requests").HasKey(r => new { r.Institution, r.RequestId });
        modelBuilder.Entity<AudienceRow>().ToTable("audience").HasKey(a => new { a.Institution, a.Position });
        modelBuilder.Entity<CursorRow>().ToTable("cursors").HasKey(c => c.Name);
        modelBuilder.Entity<ParkedRow>().ToTable("parked").HasKey(p => new { p.Source, p.Position });
        modelBuilder.Entity<PersonalKeyRow>().ToTable("personal_keys").HasKey(p => p.Subject);
        modelBuilder.Entity<PersonalPartRow>().ToTable("personal_parts").HasKey(p => new { p.Subject, p.Part });
        ConfigureViews(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    /// <summary>Adds the tables of the service's views.</summary>
    protected abstract void ConfigureViews(ModelBuilder modelBuilder);

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        stored => new DateTimeOffset((stored * TimeSpan.TicksPerMicrosecond) + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero));
}
