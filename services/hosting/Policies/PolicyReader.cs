using System.Collections.Concurrent;
using System.Text;
using Dapr;
using Dapr.Client;
using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Messaging;
using Reseau.Kernel;
using Reseau.Kernel.Policies;
using Contract = Reseau.Policies.V1;

namespace Reseau.Hosting.Policies;

/// <summary>
/// Tells what binds two institutions, from the shared state, kept at hand for a second at most (<see cref="Remembered{T}"/>). A change that
/// is announced counts at once. When the state does not answer, what was known last holds for a few minutes; of a pair nobody asked about before,
/// nothing is allowed.
/// </summary>
public sealed class PolicyReader(DaprClient dapr, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string From, string To), Remembered<Policy?>> _policies = new();
    private Remembered<NetworkMode>? _network;

    private Remembered<NetworkMode> Network => LazyInitializer.EnsureInitialized(ref _network, () => new(ReadNetworkAsync, clock));

    /// <summary>What binds two institutions when one sends somebody to the other.</summary>
    /// <param name="from">Institution id that sends.</param>
    /// <param name="to">Institution id that receives.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RefusedException">The state cannot be read: UNAVAILABLE.</exception>
    public async ValueTask<Bond> BetweenAsync(string from, string to, CancellationToken cancellation)
    {
        try
        {
            return new(await PolicyOf(from, to).GetAsync(cancellation), await NetworkAsync(cancellation));
        }
        catch (Exception failure) when (IsOutage(failure) && !cancellation.IsCancellationRequested)
        {
            throw Unreadable();
        }
    }

    /// <summary>How the network is.</summary>
    /// <exception cref="RefusedException">The state cannot be read: UNAVAILABLE.</exception>
    public async ValueTask<NetworkMode> NetworkAsync(CancellationToken cancellation)
    {
        try
        {
            return await Network.GetAsync(cancellation);
        }
        catch (Exception failure) when (IsOutage(failure) && !cancellation.IsCancellationRequested)
        {
            throw Unreadable();
        }
    }

    /// <summary>The habilitations that a professional holds on a day, by the subject of their token.</summary>
    /// <exception cref="RefusedException">The state cannot be read: UNAVAILABLE.</exception>
    public async Task<IReadOnlyList<string>> HabilitationsAsync(string professional, DateOnly today, CancellationToken cancellation)
    {
        try
        {
            return PolicyMapper.Read(await ReadAsync(PolicyKeys.Habilitations(professional), Contract.Habilitations.Parser, cancellation) ?? new(), today);
        }
        catch (Exception failure) when (IsOutage(failure) && !cancellation.IsCancellationRequested)
        {
            throw Unreadable();
        }
    }

    /// <summary>A policy was announced.</summary>
    public void Learn(Policy policy) => PolicyOf(policy.From, policy.To).Learn(policy, policy.Version);

    /// <summary>A mode of the network was announced.</summary>
    public void Learn(NetworkMode mode, long version) => Network.Learn(mode, version);

    private static bool IsOutage(Exception failure) => failure is DaprException or RpcException or OperationCanceledException;

    private static RefusedException Unreadable() => new(new(CommonReasons.Unavailable, "What was signed cannot be read now."));

    private Remembered<Policy?> PolicyOf(string from, string to) => _policies.GetOrAdd((from, to), pair => new(async cancellation =>
    {
        var message = await ReadAsync(PolicyKeys.Of(pair.From, pair.To), Contract.Policy.Parser, cancellation);
        return message is null ? (null, 0) : (PolicyMapper.Read(message), message.Version);
    }, clock));

    private async Task<(NetworkMode, long)> ReadNetworkAsync(CancellationToken cancellation)
    {
        var network = await ReadAsync(PolicyKeys.Network, Contract.Network.Parser, cancellation) ?? new();
        return (PolicyMapper.Read(network), network.Version);
    }

    private async Task<T?> ReadAsync<T>(string key, MessageParser<T> parser, CancellationToken cancellation) where T : class, IMessage<T>
    {
        var bytes = await dapr.GetByteStateAsync(Topics.SharedState, key, cancellationToken: cancellation);
        return bytes.IsEmpty ? null : parser.ParseJson(Encoding.UTF8.GetString(bytes.Span));
    }
}
