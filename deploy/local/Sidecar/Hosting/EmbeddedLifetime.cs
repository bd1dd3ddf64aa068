using Microsoft.Extensions.Hosting;

namespace Reseau.Sidecar.Hosting;

/// <summary>Leaves the process's signals to the program that embeds the sidecar.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
