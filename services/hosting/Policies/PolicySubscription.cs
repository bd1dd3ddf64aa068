using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;

namespace Reseau.Hosting.Policies;

/// <summary>Hears what conventions announce, so that a suspension is obeyed before the state is asked again.</summary>
public sealed class PolicySubscription<TDb> : ISubscription<TDb> where TDb : LogDb
{
    private PolicyReader? _reader;

    /// <inheritdoc />
    public string Source => "conventions";

    /// <summary>Who is told; before there is a reader nothing is kept at hand that could be wrong.</summary>
    internal void Tell(PolicyReader reader) => _reader = reader;

    /// <inheritdoc />
    public Task HandleAsync(TDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        foreach (var change in changes)
        {
            if (change.PolicyCompiled is { } compiled) _reader?.Learn(PolicyMapper.Read(compiled.Policy));
            else if (change.NetworkModeSet is { } set) _reader?.Learn(PolicyMapper.Read(set.Network), set.Network.Version);
        }
        return Task.CompletedTask;
    }
}
