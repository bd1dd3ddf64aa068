using Reseau.Journeys.Local;

namespace Reseau.Journeys.Rpc;

/// <summary>A journey between two information systems through the gateway.</summary>
[Collection(LocalEditionTests.Name)]
public abstract class RpcJourney(RunningEdition running) : IAsyncLifetime
{
    /// <summary>The process.</summary>
    protected LocalEdition Edition => running.Edition;

    /// <summary>Who takes part.</summary>
    protected TwoInstitutions Network { get; } = new(running.Edition);

    /// <inheritdoc />
    public Task InitializeAsync() => Network.InitializeAsync();

    /// <inheritdoc />
    public Task DisposeAsync() => Network.DisposeAsync();
}
