using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reseau.Conformance.EventLog.Counters;
using Reseau.Hosting.Log;
using Reseau.Referrals.V1;
using Reseau.Testing.Databases;

namespace Reseau.Conformance.EventLog;

public sealed class SealingPersonalData
{
    private static readonly Beneficiary Person = new() { GivenName = "Maëlle", FamilyName = "Exemple", Phone = "02 61 91 00 02" };

    [Theory, OnEveryProvider]
    public async Task What_was_sealed_opens_again(DatabaseProvider provider)
    {
        await using var log = await WithPersonsAsync(provider);

        var opened = await OpenAsync(log);

        Assert.Equal(Person, Beneficiary.Parser.ParseFrom(opened[("counters/a", "person")]));
        Assert.Equal(2, opened.Count);
    }

    [Theory, OnEveryProvider]
    public async Task The_ciphertext_says_nothing_and_never_repeats(DatabaseProvider provider)
    {
        await using var log = await WithPersonsAsync(provider);

        var parts = await log.ReadAsync(db => db.PersonalParts.AsNoTracking().Select(p => p.Sealed).ToListAsync());

        Assert.NotEqual(parts[0], parts[1]);
        Assert.All(parts, part => Assert.DoesNotContain("Exemple", Encoding.UTF8.GetString(part), StringComparison.Ordinal));
        Assert.All(await log.EventsAsync(), row => Assert.DoesNotContain("Exemple", row.Body, StringComparison.Ordinal));
    }

    [Theory, OnEveryProvider]
    public async Task Without_its_key_a_part_is_absent_and_the_others_stay(DatabaseProvider provider)
    {
        await using var log = await WithPersonsAsync(provider);

        await log.ReadAsync(db => db.PersonalKeys.Where(key => key.Subject == "counters/a").ExecuteDeleteAsync());

        Assert.Equal([("counters/b", "person")], (await OpenAsync(log)).Keys);
        Assert.Equal(2, (await log.EventsAsync()).Count);
    }

    [Theory, OnEveryProvider]
    public async Task A_ciphertext_moved_to_another_person_does_not_open_even_with_its_key(DatabaseProvider provider)
    {
        await using var log = await WithPersonsAsync(provider);

        await log.TamperAsync("UPDATE personal_parts SET sealed = (SELECT sealed FROM personal_parts WHERE subject = 'counters/a') WHERE subject = 'counters/b'");
        await log.TamperAsync("UPDATE personal_keys SET key = (SELECT key FROM personal_keys WHERE subject = 'counters/a') WHERE subject = 'counters/b'");

        await Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => OpenAsync(log));
    }

    [Theory, OnEveryProvider]
    public async Task A_part_sealed_again_replaces_the_first(DatabaseProvider provider)
    {
        await using var log = await WithPersonsAsync(provider);

        await log.CountAsync("counters/a", personal: new Beneficiary { FamilyName = "Nouveau" });

        Assert.Equal("Nouveau", Beneficiary.Parser.ParseFrom((await OpenAsync(log))[("counters/a", "person")]).FamilyName);
    }

    private static async Task<LogUnderTest> WithPersonsAsync(DatabaseProvider provider)
    {
        var log = await LogUnderTest.StartAsync(provider);
        await log.CountAsync("counters/a", personal: Person);
        await log.CountAsync("counters/b", personal: Person);
        return log;
    }

    private static Task<IReadOnlyDictionary<(string Subject, string Part), byte[]>> OpenAsync(LogUnderTest log) =>
        log.ReadAsync((CounterDb db) => PersonalData.OpenAsync(db, ["counters/a", "counters/b"], only: null, CancellationToken.None));
}
