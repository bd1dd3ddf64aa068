using Reseau.Events.V1;
using Reseau.Hosting.Log;

namespace Reseau.Hosting.Messaging;

/// <summary>What a service does when another one changes: one class per source, called in order, once per change.</summary>
public interface ISubscription<TDb> where TDb : LogDb
{
    /// <summary>The service listened to; also its topic.</summary>
    string Source { get; }

    /// <summary>Takes one change in, inside the transaction that also moves the cursor.</summary>
    Task HandleAsync(TDb db, Change change, CancellationToken cancellation);
}
