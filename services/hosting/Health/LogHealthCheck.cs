using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Health;

/// <summary>Healthy when the database answers.</summary>
internal sealed class LogHealthCheck<TDb>(IDbContextFactory<TDb> databases) : IHealthCheck where TDb : LogDb
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
