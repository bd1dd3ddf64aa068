using Dapr.Client;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Partners.Domain;
using Reseau.Partners.Rpc;
using Reseau.Partners.Views;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Subscriptions;

/// <summary>Puts what was last said of a service's room where every application reads it: <c>capacity:services/{service}</c>.</summary>
public sealed class CapacityBoard(
    LogReader<PartnersDb> log, DaprClient dapr, TimeProvider clock, ILogger<CapacityBoard> logger)
    : StateBoard<PartnersDb, CapacityStated, Contract.Capacity>(log, dapr, clock, logger)
{
    /// <inheritdoc />
    protected override string Name => "capacities";

    /// <summary>The key of a service, by resource name.</summary>
    public static string KeyOf(string service) => $"capacity:{service}";

    /// <inheritdoc />
    protected override (string Key, Contract.Capacity Message) Write(RecordedEvent recorded)
    {
        var (service, capacity) = (CapacityStated)recorded.Body;
        return (KeyOf(Names.Service(service)), RecordMapper.ToMessage(capacity, recorded.OccurredAt));
    }

    /// <inheritdoc />
    protected override bool IsAsNew(Contract.Capacity there, Contract.Capacity said) => there.UpdateTime >= said.UpdateTime;
}
