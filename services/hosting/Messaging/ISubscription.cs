using Reseau.Events.V1;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Messaging;

/// <summary>What a service does when another one changes: one class per source, called in order, with each change once.</summary>
public interface ISubscription<TDb> where TDb : LogDb
{
    /// <summary>The service listened to; also its topic.</summary>
    string Source { get; }

    /// <summary>
    /// Takes changes in, in their order, inside the transaction that also moves the cursor: one, or hundreds after an import. When it
    /// fails nothing of them remains, and they come again in smaller parts.
    /// </summary>
    Task HandleAsync(TDb db, IReadOnlyList<Change> changes, CancellationToken cancellation);
}
