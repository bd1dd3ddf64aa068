using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.V1;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class ErasingPersonalData
{
    private static readonly Beneficiary Person = new() { GivenName = "Maëlle", FamilyName = "Exemple" };

    [Theory, OnEveryProvider]
    public async Task The_key_goes_with_the_parts_and_others_keep_theirs(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        await log.CountAsync("counters/a", personal: Person);
        await log.CountAsync("counters/b", personal: Person);

        await log.ReadAsync(async db =>
        {
            await PersonalData.EraseAsync(db, "counters/a", CancellationToken.None);
            return 0;
        });

        Assert.Equal(["counters/b"], await log.ReadAsync(db => db.PersonalKeys.Select(key => key.Subject).ToListAsync()));
        Assert.Equal(["counters/b"], await log.ReadAsync(db => db.PersonalParts.Select(part => part.Subject).ToListAsync()));
    }

    [Fact]
    public async Task The_file_of_SQLite_does_not_remember_the_key()
    {
        await using var log = await LogUnderTest.StartAsync(DatabaseProvider.Sqlite);
        await log.CountAsync("counters/a", personal: Person);
        var key = await log.ReadAsync(db => db.PersonalKeys.Select(row => row.Key).SingleAsync());
        Assert.True(await RemembersAsync());

        await log.ReadAsync(async db =>
        {
            await PersonalData.EraseAsync(db, "counters/a", CancellationToken.None);
            return 0;
        });

        Assert.False(await RemembersAsync());

        Task<bool> RemembersAsync() => log.ReadAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            await using var file = new FileStream(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            return bytes.AsSpan().IndexOf(key) >= 0;
        });
    }

    [Theory, OnEveryProvider]
    public async Task A_request_about_a_person_is_kept_under_the_key_of_that_person(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        var (about, other) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        await log.CountAsync("counters/a", requestId: about, personal: Person);
        await log.CountAsync("counters/b", requestId: other);

        Assert.NotEqual(log.CommandOf("counters/a 1").Fingerprint, await KeptAsync(about));
        Assert.Equal(log.CommandOf("counters/b 1").Fingerprint, await KeptAsync(other));

        Task<byte[]> KeptAsync(string id) => log.ReadAsync(db => db.Requests.Where(row => row.RequestId == id).Select(row => row.Fingerprint).SingleAsync());
    }

    [Theory, OnEveryProvider]
    public async Task A_retry_is_told_from_another_request_until_the_person_is_forgotten(DatabaseProvider provider)
    {
        await using var log = await LogUnderTest.StartAsync(provider);
        var id = Guid.NewGuid().ToString();
        var first = await log.CountAsync("counters/a", requestId: id, personal: Person);

        Assert.Equal(first, await log.CountAsync("counters/a", requestId: id, personal: Person));
        await Assert.ThrowsAsync<RefusedException>(() => log.CountAsync("counters/a", by: 2, requestId: id, personal: Person));

        await log.ReadAsync(async db =>
        {
            await PersonalData.EraseAsync(db, "counters/a", CancellationToken.None);
            return 0;
        });
        Assert.Equal(first, await log.CountAsync("counters/a", by: 2, requestId: id, personal: Person));
        Assert.Single(await log.EventsAsync());
    }
}
