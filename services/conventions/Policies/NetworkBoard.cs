using Dapr.Client;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Policies;
using Contract = Reseau.Policies.V1;

namespace Reseau.Conventions.Policies;

/// <summary>Puts how the network is where every application reads it: <c>policy:network</c>.</summary>
public sealed class NetworkBoard(
    LogReader<ConventionsDb> log, DaprClient dapr, TimeProvider clock, ILogger<NetworkBoard> logger)
    : StateBoard<ConventionsDb, NetworkModeSet, Contract.Network>(log, dapr, clock, logger)
{
    /// <inheritdoc />
    protected override string Name => "network";

    /// <inheritdoc />
    protected override (string Key, Contract.Network Message) Write(RecordedEvent recorded) =>
        (PolicyKeys.Network, new() { Mode = (Contract.Network.Types.Mode)((NetworkModeSet)recorded.Body).Mode, Version = recorded.Version });

    /// <inheritdoc />
    protected override bool IsAsNew(Contract.Network there, Contract.Network said) => there.Version >= said.Version;
}
