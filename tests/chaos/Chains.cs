using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Reseau.Hosting.Log;
using Reseau.Journeys.Local;
using Reseau.Partners.Views;
using Reseau.Referrals.Views;

namespace Reseau.Chaos;

/// <summary>Verifies hash chains as <c>verify</c> does, without a process for each time.</summary>
internal static class Chains
{
    /// <summary>The log of a service holds, from its first event to its last.</summary>
    public static async Task HoldAsync(DataFolder data, string service)
    {
        var file = data.File($"{service}.db");
        var found = await (service == "partners" ? VerifyAsync<PartnersDb>(file) : VerifyAsync<ReferralsDb>(file));
        Assert.True(found is { Events: > 0, FirstAltered: null }, $"{service}: {found}");
    }

    private static Task<Verification> VerifyAsync<TDb>(string file) where TDb : LogDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        LogSetup.Configure(options, new() { Provider = "Sqlite", ConnectionString = $"Data Source={file};Pooling=False" });
        return new LogVerifier<TDb>(new PooledDbContextFactory<TDb>(options.Options)).VerifyAsync(null, CancellationToken.None);
    }
}
