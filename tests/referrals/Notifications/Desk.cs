using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reseau.Hosting.Log;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Notifications;
using Reseau.Referrals.Views;
using Reseau.Testing;
using Reseau.Testing.Databases;

namespace Reseau.Referrals.Tests.Notifications;

/// <summary>The log, the recorder and the worker of the notifications without the rest of the service, so that a clock can be moved.</summary>
public sealed class Desk : IAsyncDisposable
{
    public const string Sender = "ccas-rennes";
    public const string Recipient = "caf-35";

    // A Tuesday of winter, 11:00 in Paris.
    public static readonly DateTimeOffset Tuesday = new(2026, 2, 3, 10, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly string _folder;

    private Desk(TestDatabase database, string folder, TestClock clock, Action<NotificationOptions>? set)
    {
        (_database, _folder, Clock) = (database, folder, clock);
        var options = new NotificationOptions { PortalUrl = "https://portail.example", Outbox = Path.Combine(folder, "outbox") };
        set?.Invoke(options);
        Options = options;
        _services = new ServiceCollection().AddLogging(logging => logging.AddProvider(Logs)).AddSingleton<TimeProvider>(clock).AddEventLog<ReferralsDb, ReferralsLog>(database.Options)
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(options)).AddSingleton<Channels>().AddSingleton<DueSignal>().BuildServiceProvider();
        (Recorder, Worker) = (NewRecorder(), NewWorker());
    }

    public TestClock Clock { get; }

    public NotificationOptions Options { get; }

    public LogGuard Logs { get; } = new();

    public NotificationRecorder Recorder { get; }

    public DeliveryWorker Worker { get; }

    public static async Task<Desk> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, DateTimeOffset? at = null, Action<NotificationOptions>? set = null)
    {
        var desk = new Desk(await TestDatabase.CreateAsync(provider), Directory.CreateTempSubdirectory("reseau-desk-").FullName, new(at ?? Tuesday), set);
        await LogSetup.MigrateAsync<ReferralsDb>(desk._services);
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        Recorder.Dispose();
        Worker.Dispose();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Logs.AssertNoErrors();
    }

    /// <summary>Another replica's.</summary>
    public NotificationRecorder NewRecorder() => ActivatorUtilities.CreateInstance<NotificationRecorder>(_services);

    /// <summary>Another replica's.</summary>
    public DeliveryWorker NewWorker() => ActivatorUtilities.CreateInstance<DeliveryWorker>(_services);

    /// <summary>By e-mail, everything at the same pace, at any hour unless said.</summary>
    public static Preferences By(NotificationPace pace, string email = "claire@ccas.example", QuietTime? quiet = null) => new()
    {
        Email = email,
        Channels = [NotificationChannel.Email],
        Choices = System.Enum.GetValues<NotificationKind>().ToDictionary(kind => kind, _ => pace),
        Quiet = quiet ?? new(TimeOnly.MinValue, TimeOnly.MinValue, FreeDays: false),
    };

    public Task WantsAsync(string subject, string institution, Preferences preferences) => ChangeAsync(async db =>
    {
        var row = await db.NotificationPreferences.FindAsync(subject);
        if (row is null) db.NotificationPreferences.Add(row = new() { Subject = subject, Institution = institution, Email = "", Phone = "", WebhookUrl = "", WebhookSecret = "", Channels = "", Choices = "" });
        row.Institution = institution;
        preferences.WriteTo(row);
    });

    /// <summary>Sends a person; gives the referral's name.</summary>
    public async Task<string> SubmittedAsync()
    {
        var name = $"referrals/{Guid.NewGuid():N}";
        await AppendAsync(name, 0, new ReferralSubmitted(Parties, "Aide aux démarches", "numerique--acceder-a-des-services-en-ligne",
            new(ConsentChannel.Oral, new(2026, 2, 1), new(2027, 2, 1), Consent.AllFields)), Sender);
        return name;
    }

    public Task AcceptedAsync(string name) => AppendAsync(name, 1, new ReferralAccepted(Parties, ReferralState.Submitted, ReferralState.Accepted), Recipient);

    /// <summary>Sends a person who then takes their consent back.</summary>
    public async Task WithdrawnAsync(string by) => await AppendAsync(await SubmittedAsync(), 1, new ReferralConsentWithdrawn(Parties, ReferralState.Submitted, ReferralState.Cancelled), by);

    /// <summary>The sender says something to both.</summary>
    public Task NotedAsync(string name, long version) => AppendAsync(name, version, new ReferralNoted(Parties, Side.Sender, Visibility.Shared), Sender);

    /// <summary>Reads the log to its end.</summary>
    public async Task RecordAsync()
    {
        while (await Recorder.RecordAsync(CancellationToken.None) > 0)
        {
            // Page by page.
        }
    }

    public Task<int> DeliverAsync() => Worker.DeliverAsync(CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<ReferralsDb, Task<T>> question)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<ReferralsDb>>().CreateDbContextAsync();
        return await question(db);
    }

    public Task<List<DeliveryRow>> DeliveriesAsync() => ReadAsync(db => db.Deliveries.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync());

    public Task<List<DeliveryItemRow>> ItemsAsync() => ReadAsync(db => db.DeliveryItems.AsNoTracking().OrderBy(row => row.Position).ToListAsync());

    public Task ChangeAsync(Func<ReferralsDb, Task> change) => _services.GetRequiredService<ILogWriter<ReferralsDb>>().WriteAsync(async (db, token) =>
    {
        await change(db);
        return await db.SaveChangesAsync(token);
    }, CancellationToken.None);

    /// <summary>The files of the outbox, decoded.</summary>
    public IReadOnlyList<Letter> Outbox() => Directory.Exists(Options.Outbox) ? [.. Directory.GetFiles(Options.Outbox).Order(StringComparer.Ordinal).Select(Letter.Read)] : [];

    private static Parties Parties { get; } = new("services/demo--caf", Sender, Recipient);

    private Task<StreamVersion> AppendAsync(string name, long version, ReferralEvent happened, string institution) => _services.GetRequiredService<CommandLog<ReferralsDb>>().ExecuteAsync(
        new(institution, $"agent-of-{institution}", Guid.NewGuid().ToString(), new byte[32], "", Clock.GetUtcNow()), async (unit, cancellation) =>
        {
            if (version == 0) await PersonalData.SealAsync(unit.Db, name, "submission", new StringValue { Value = "sealed" }, cancellation);
            return await unit.AppendAsync(name, version, [happened], cancellation);
        }, CancellationToken.None);
}
