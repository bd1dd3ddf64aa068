using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Partners.Views;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.Views;

namespace Reseau.Conformance.EventLog;

public sealed class KeepingViews
{
    [Theory, OnEveryProvider]
    public async Task A_view_is_current_when_the_command_answers(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);

        await log.CountAsync("counters/a", by: 2);
        await log.CountAsync("counters/a", by: 3);

        Assert.Equal(5, await log.ReadAsync(db => db.Counters.Where(c => c.Name == "counters/a").Select(c => c.Count).SingleAsync()));
    }

    [Theory, OnEveryProvider]
    public async Task Rebuilding_mends_a_view_that_was_altered(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        for (var i = 0; i < 30; i++) await log.CountAsync($"counters/{i % 7}");
        var before = await TableAsync(log.ReadAsync(db => db.Counters.AsNoTracking().OrderBy(c => c.Name).ToListAsync()));
        await log.TamperAsync("UPDATE counters SET count = 99");

        var folded = await log.Services.GetRequiredService<ViewRebuilder<CounterDb>>().RebuildAsync(progress: null, CancellationToken.None);

        Assert.Equal(30, folded);
        Assert.Equal(before, await TableAsync(log.ReadAsync(db => db.Counters.AsNoTracking().OrderBy(c => c.Name).ToListAsync())));
    }

    [Theory, OnEveryProvider]
    public async Task Rebuilding_the_worklists_gives_the_same_tables(DatabaseProvider provider)
    {
        await using var host = await StartedAsync(new ReferralsHost { Provider = provider });
        await LiveAsync(host.Host);
        Task<string> Worklists() => TableAsync(host.Host.ReadAsync(db => db.Worklists.AsNoTracking().OrderBy(w => w.Name).ToListAsync()));
        Task<string> Timers() => TableAsync(host.Host.ReadAsync(db => db.Timers.AsNoTracking().OrderBy(t => t.Referral).ToListAsync()));
        var (before, timers) = (await Worklists(), await Timers());

        await host.Host.Services.GetRequiredService<ViewRebuilder<ReferralsDb>>().RebuildAsync(progress: null, CancellationToken.None);

        Assert.Equal(before, await Worklists());
        Assert.Equal(timers, await Timers());
    }

    [Theory, OnEveryProvider]
    public async Task Rebuilding_the_directory_gives_the_same_tables(DatabaseProvider provider)
    {
        await using var host = await StartedAsync(new PartnersHost { Provider = provider, Demo = true });
        Task<string> Institutions() => TableAsync(host.Host.ReadAsync(db => db.Institutions.AsNoTracking().OrderBy(i => i.Name).ToListAsync()));
        var before = await Institutions();

        await host.Host.Services.GetRequiredService<ViewRebuilder<PartnersDb>>().RebuildAsync(progress: null, CancellationToken.None);

        Assert.Equal(before, await Institutions());
        Assert.Null((await host.Host.Services.GetRequiredService<LogVerifier<PartnersDb>>().VerifyAsync(progress: null, CancellationToken.None)).FirstAltered);
    }

    [Theory, OnEveryProvider]
    public async Task Rebuilding_the_conventions_gives_the_same_tables(DatabaseProvider provider)
    {
        await using var host = await StartedAsync(new ConventionsHost { Provider = provider, Demo = true });
        Task<string> Lists() => TableAsync(host.Host.ReadAsync(db => db.Conventions.AsNoTracking().OrderBy(c => c.Name).ToListAsync()));
        Task<string> Members() => TableAsync(host.Host.ReadAsync(db => db.Memberships.AsNoTracking().OrderBy(m => m.Convention).ThenBy(m => m.Institution).ToListAsync()));
        Task<string> Templates() => TableAsync(host.Host.ReadAsync(db => db.Templates.AsNoTracking().OrderBy(t => t.Name).ToListAsync()));
        var before = (await Lists(), await Members(), await Templates());

        await host.Host.Services.GetRequiredService<ViewRebuilder<ConventionsDb>>().RebuildAsync(progress: null, CancellationToken.None);

        Assert.Equal(before, (await Lists(), await Members(), await Templates()));
        Assert.Null((await host.Host.Services.GetRequiredService<LogVerifier<ConventionsDb>>().VerifyAsync(progress: null, CancellationToken.None)).FirstAltered);
    }

    [Theory, OnEveryProvider]
    public async Task Rebuilding_the_training_gives_the_same_tables(DatabaseProvider provider)
    {
        await using var host = await StartedAsync(new TrainingHost { Provider = provider, Demo = true });
        var before = await host.Host.ReadAsync(OwnTablesAsync);

        await host.Host.Services.GetRequiredService<ViewRebuilder<TrainingDb>>().RebuildAsync(progress: null, CancellationToken.None);

        Assert.Equal(before, await host.Host.ReadAsync(OwnTablesAsync));
        Assert.Null((await host.Host.Services.GetRequiredService<LogVerifier<TrainingDb>>().VerifyAsync(progress: null, CancellationToken.None)).FirstAltered);
    }

    // Every table that is the service's own, in the order of its key: whoever adds one need not think of this test.
    private static async Task<List<string>> OwnTablesAsync(TrainingDb db)
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(TrainingDb).Assembly).OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
        {
            var key = string.Join(", ", type.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()));
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {type.GetTableName()} ORDER BY {key}";
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
                found.Add($"{type.GetTableName()}: {string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(column => row.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : row.GetValue(column)))}");
        }
        return found;
    }

    // Two referrals that took different ways, with a cancellation in between: every column of the worklists is in use.
    private static async Task LiveAsync(ReferralsHost host)
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        var service = await host.KnowsServiceOfAsync("caf-35");
        var first = await ccas.SubmitReferralAsync(ReferralsHost.Submission(service));
        var second = await ccas.SubmitReferralAsync(ReferralsHost.Submission(service));
        await caf.AcceptReferralAsync(new() { Name = first.Name, RequestId = NewId() });
        await caf.ScheduleReferralAsync(new()
        {
            Name = first.Name, RequestId = NewId(),
            Appointment = new() { StartTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddDays(2)), Place = "Bureau 2" },
        });
        await caf.AcknowledgeReferralAsync(new() { Name = second.Name, RequestId = NewId() });
        await ccas.RequestCancellationAsync(new RequestCancellationRequest { Name = second.Name, RequestId = NewId(), Message = "La personne a déménagé." });
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private static async Task<string> TableAsync<T>(Task<List<T>> rows) => JsonSerializer.Serialize(await rows);

    private static async Task<Running<THost>> StartedAsync<THost>(THost host) where THost : IAsyncLifetime
    {
        await host.InitializeAsync();
        return new(host);
    }

    private sealed record Running<THost>(THost Host) : IAsyncDisposable where THost : IAsyncLifetime
    {
        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
