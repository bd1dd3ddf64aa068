using System.Globalization;
using Reseau.Sidecar;
using YamlDotNet.Serialization;

namespace Reseau.Conformance.Sidecar;

/// <summary>The embedded sidecar and the components of a real deployment are told the same things in two places.</summary>
public sealed class AgreeingWithTheDeployment
{
    private readonly SidecarOptions _options = new() { DataFile = "", Apps = [] };

    [Fact]
    public void Both_have_the_same_components()
    {
        var resources = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "components")).Select(Read).ToList();

        Assert.Equal(_options.StateStores.Select(store => store.Name), Names(resources, "state."));
        Assert.Equal(_options.PubSubs, Names(resources, "pubsub."));
        Assert.Equal(_options.LockStores, Names(resources, "lock."));
    }

    [Fact]
    public void Both_share_the_keys_of_the_shared_store()
    {
        var settings = (List<object>)At(Read("reseau-shared.yaml"), "spec", "metadata");
        var prefix = settings.Single(setting => (string)At(setting, "name") == "keyPrefix");

        Assert.Equal("none", At(prefix, "value"));
        Assert.Equal(StateKeyPrefix.None, Assert.Single(_options.StateStores).KeyPrefix);
    }

    [Fact]
    public void Both_make_as_many_offers_and_wait_as_long()
    {
        var policies = At(Read("reseau-resiliency.yaml"), "spec", "policies");
        var retries = int.Parse((string)At(policies, "retries", "delivery", "maxRetries"), CultureInfo.InvariantCulture);

        Assert.Equal(_options.Delivery.MaxAttempts, retries + 1);
        Assert.Equal($"{_options.Delivery.MaxDelay.TotalSeconds:0}s", At(policies, "retries", "delivery", "maxInterval"));
        Assert.Equal($"{_options.Delivery.Timeout.TotalSeconds:0}s", At(policies, "timeouts", "delivery"));
    }

    private static IEnumerable<string> Names(IEnumerable<object> resources, string kind) => resources
        .Where(resource => (string)At(resource, "kind") == "Component" && ((string)At(resource, "spec", "type")).StartsWith(kind, StringComparison.Ordinal))
        .Select(resource => (string)At(resource, "metadata", "name"));

    private static object Read(string file)
    {
        using var text = File.OpenText(Path.Combine(AppContext.BaseDirectory, "components", file));
        return new Deserializer().Deserialize(text)!;
    }

    private static object At(object node, params string[] path) => path.Aggregate(node, (at, name) => ((Dictionary<object, object>)at)[name]);
}
