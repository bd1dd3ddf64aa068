using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Conventions.Policies;

/// <summary>
/// Compiles every policy anew at the start and on each day that begins: conventions begin and end on days, and several that bind the same
/// two do so one after the other. Most compile to what they were. Whoever of several replicas does it, it happens once.
/// </summary>
public sealed partial class PolicyClock(CommandLog<ConventionsDb> commands, IDbContextFactory<ConventionsDb> databases, TimeProvider clock, ILogger<PolicyClock> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <summary>Compiles all policies for the day.</summary>
    public async Task CompileAllAsync(CancellationToken cancellation)
    {
        var today = FrenchDay.Of(clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var pairs = await db.Bonds.Select(bond => new { bond.Sender, bond.Recipient }).Distinct().ToListAsync(cancellation);
        foreach (var pair in pairs)
        {
            var asked = $"{PolicyCompilation.StreamOf(pair.Sender, pair.Recipient)}/{today:O}";
            await commands.ExecuteAsync(
                Command.OfNobody(StableId.Of(asked).ToString(), SHA256.HashData(Encoding.UTF8.GetBytes(asked)), clock.GetUtcNow()),
                (unit, token) => PolicyCompilation.CompileAsync(unit, pair.Sender, pair.Recipient, token), cancellation);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CompileAllAsync(stoppingToken);
                await Task.Delay(UntilMidnight(), clock, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(failure.GetType().Name);
                await Task.Delay(Again, clock, stoppingToken);
            }
        }
    }

    private TimeSpan UntilMidnight()
    {
        var now = clock.GetUtcNow();
        return FrenchPlace.Of(null).At(FrenchDay.Of(now).AddDays(1), TimeOnly.MinValue) - now + TimeSpan.FromSeconds(1);
    }

    [LoggerMessage(2050, LogLevel.Warning, "The policies of the day are postponed ({Error}).")]
    private partial void LogPostponed(string error);
}
