using Dapr.Client;
using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Policies;
using Contract = Reseau.Policies.V1;

namespace Reseau.Conventions.Policies;

/// <summary>Puts each policy where every application reads it: <c>policy:{from}:{to}</c>.</summary>
public sealed class PolicyBoard(
    LogReader<ConventionsDb> log, DaprClient dapr, TimeProvider clock, ILogger<PolicyBoard> logger)
    : StateBoard<ConventionsDb, PolicyCompiled, Contract.Policy>(log, dapr, clock, logger)
{
    /// <inheritdoc />
    protected override string Name => "policies";

    /// <inheritdoc />
    protected override (string Key, Contract.Policy Message) Write(RecordedEvent recorded)
    {
        var policy = ((PolicyCompiled)recorded.Body).Policy;
        return (PolicyKeys.Of(policy.From, policy.To), PolicyMapper.ToMessage(policy));
    }

    /// <inheritdoc />
    protected override bool IsAsNew(Contract.Policy there, Contract.Policy said) => there.Version >= said.Version;
}
