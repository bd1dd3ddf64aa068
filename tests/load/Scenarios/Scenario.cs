using Grpc.Core;
using Grpc.Net.Client;

namespace Reseau.Load.Scenarios;

/// <summary>One kind of call, made over several connections in turn with the token of one information system.</summary>
internal abstract class Scenario : IDisposable
{
    /// <summary>A call that takes longer counts as failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel[] _channels;
    private readonly Metadata _token;

    private protected Scenario(Target target, string token)
    {
        // Each channel has a connection of its own, as several information systems would.
        _channels = [.. Enumerable.Range(0, target.Channels).Select(_ => GrpcChannel.ForAddress(target.Grpc, new() { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true }))];
        _token = new() { { "Authorization", $"Bearer {token}" } };
    }

    /// <summary>Prepares a scenario by name.</summary>
    public static async Task<Scenario> OfAsync(string name, Target target, CancellationToken cancellation)
    {
        var token = await SignIn.AsAsync("si-ccas-rennes", target.Web, cancellation);
        return name == "submit" ? new SubmitScenario(target, token) : new SearchScenario(target, token);
    }

    /// <summary>Makes the n-th call.</summary>
    public Task CallAsync(int n, CancellationToken cancellation) =>
        CallAsync(n, n % _channels.Length, Options(cancellation));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var channel in _channels) channel.Dispose();
    }

    /// <summary>Makes the n-th call over one of the channels.</summary>
    protected abstract Task CallAsync(int n, int channel, CallOptions options);

    /// <summary>Token and deadline of a call.</summary>
    protected CallOptions Options(CancellationToken cancellation) => new(_token, DateTime.UtcNow + Patience, cancellation);

    /// <summary>A client per channel.</summary>
    protected T[] Clients<T>(Func<GrpcChannel, T> make) => Array.ConvertAll(_channels, channel => make(channel));
}
