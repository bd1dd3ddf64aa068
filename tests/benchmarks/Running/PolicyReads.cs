using System.Diagnostics;
using Dapr.Client;
using Reseau.Hosting.Policies;
using Reseau.Policies.V1;
using Reseau.Sidecar;

namespace Reseau.Benchmarks.Running;

/// <summary>What a service pays to know what binds two institutions: the reader it has, on a shared state beside it.</summary>
internal sealed class PolicyReads : IAsyncDisposable
{
    private readonly SidecarHost _sidecar;
    private readonly DaprClient _dapr;

    private PolicyReads(SidecarHost sidecar) => (_sidecar, _dapr) =
        (sidecar, new DaprClientBuilder().UseGrpcEndpoint(sidecar.GrpcAddress("referrals")).UseHttpEndpoint(sidecar.HttpAddress("referrals")).Build());

    /// <summary>Starts a shared state that holds policies from one institution to many.</summary>
    public static async Task<PolicyReads> StartAsync(string folder, int institutions, CancellationToken cancellation)
    {
        var reads = new PolicyReads(await SidecarHost.StartAsync(new() { DataFile = Path.Combine(folder, "sidecar.db"), Apps = [new() { AppId = "referrals" }] }, cancellation));
        foreach (var to in Enumerable.Range(0, institutions))
        {
            var policy = new Policy { From = "institutions/a", To = $"institutions/b{to}", Version = 1, Standing = Policy.Types.Standing.InForce };
            await reads._dapr.SaveByteStateAsync("reseau-shared", PolicyKeys.Of("a", $"b{to}"), System.Text.Encoding.UTF8.GetBytes(policy.ToString()), cancellationToken: cancellation);
        }
        return reads;
    }

    /// <summary>Asks at a fixed pace, each time of the next pair; gives the milliseconds of each, in order.</summary>
    public async Task<double[]> RunAsync(int institutions, int perSecond, int count, CancellationToken cancellation)
    {
        var reader = new PolicyReader(_dapr, TimeProvider.System);
        var taken = new double[count];
        for (var to = 0; to < institutions; to++) await reader.BetweenAsync("a", $"b{to}", cancellation);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        for (var n = 0; n < count && await pace.WaitForNextTickAsync(cancellation); n++)
        {
            var start = Stopwatch.GetTimestamp();
            await reader.BetweenAsync("a", $"b{n % institutions}", cancellation);
            taken[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(taken);
        return taken;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _dapr.Dispose();
        await _sidecar.DisposeAsync();
    }
}
