using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reseau.Testing.Hosts;

namespace Reseau.Chaos;

/// <summary>Somebody else holds the database for ten seconds, as a backup or a curious administrator would: commands wait or are sent again, and each takes effect once.</summary>
public sealed class LockingTheDatabase : IAsyncLifetime
{
    private const int Senders = 20;
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // A command that could not be written is logged: here it is expected.
    private readonly ReferralsHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_and_the_service_goes_on_by_itself()
    {
        var service = await _host.KnowsServiceOfAsync("caf-35");
        var ccas = await _host.ClientAsync("si-ccas-rennes");
        var file = await _host.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        using var other = new SqliteConnection(file + ";Pooling=False");
        await other.OpenAsync();
        await ExecuteAsync(other, "BEGIN IMMEDIATE");

        var sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendUntilAnsweredAsync(ccas, service)));
        var reading = await ccas.ListReferralsAsync(new(), deadline: DateTime.UtcNow.AddSeconds(5));
        await Task.Delay(Lock);
        Assert.False(sending.IsCompleted, "The lock held nobody up: nothing is proven.");
        await ExecuteAsync(other, "ROLLBACK");

        var sent = await sending.WaitAsync(Patience);
        Assert.Empty(reading.Referrals);
        Assert.Equal(Senders, sent.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Senders, await _host.ReadAsync(db => db.Worklists.CountAsync()));
    }

    private static async Task<string> SendUntilAnsweredAsync(Referrals.V1.ReferralsService.ReferralsServiceClient ccas, string service)
    {
        var request = ReferralsHost.Submission(service);
        for (var start = DateTime.UtcNow; ;)
        {
            try
            {
                return (await ccas.SubmitReferralAsync(request, deadline: DateTime.UtcNow.AddSeconds(30))).Name;
            }
            catch (RpcException refused) when (refused.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded && DateTime.UtcNow - start < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        // Written in this project, never typed by anybody.
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
