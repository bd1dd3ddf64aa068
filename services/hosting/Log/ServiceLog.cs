using Google.Protobuf.WellKnownTypes;
using Reseau.Events.V1;

namespace Reseau.Hosting.Log;

/// <summary>What a service tells the event log about itself: one class per service.</summary>
public abstract class ServiceLog<TDb> where TDb : LogDb
{
    /// <summary>Name of the service, of its topic and of its Dapr app: <c>partners</c>, <c>referrals</c>.</summary>
    public abstract string Source { get; }

    /// <summary>The events.</summary>
    public abstract EventTypes Types { get; }

    /// <summary>The read models, in the order they are applied.</summary>
    public abstract IReadOnlyList<View<TDb>> Views { get; }

    /// <summary>Institution ids that may see an event in their own Watch stream.</summary>
    public virtual IEnumerable<string> AudienceOf(RecordedEvent recorded) => [];

    /// <summary>
    /// What follows from a command for other streams, in its own transaction: whoever appends cannot forget it. What the command did is not
    /// saved yet.
    /// </summary>
    public virtual Task ConcludeAsync(LogUnit<TDb> unit, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>An event as others may know it.</summary>
    public Change ToChange(RecordedEvent recorded)
    {
        var change = new Change
        {
            Source = Source,
            Position = recorded.Position,
            PreviousPosition = recorded.Position - 1,
            Stream = recorded.Stream,
            Version = recorded.Version,
            Type = Types.NameOf(recorded.Body),
            OccurTime = recorded.OccurredAt.ToTimestamp(),
            Institution = recorded.Institution.Length == 0 ? "" : $"institutions/{recorded.Institution}",
            TraceId = recorded.TraceId,
        };
        Describe(recorded, change);
        return change;
    }

    /// <summary>Fills the body of a change; never with personal data of a beneficiary.</summary>
    protected abstract void Describe(RecordedEvent recorded, Change change);

    internal RecordedEvent Read(EventRow row) =>
        new(row.Position, row.Stream, row.Version, Types.Read(row.Type, row.Body), row.Actor, row.Institution, row.OccurredAt, row.TraceId);
}
