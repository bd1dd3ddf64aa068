using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Hosting.Log;

namespace Reseau.Conformance.EventLog.Counters;

/// <summary>The smallest service log.</summary>
public sealed class CounterLog : ServiceLog<CounterDb>
{
    public const string Name = "counters";

    public override string Source => Name;

    public override EventTypes Types { get; } = new EventTypes().Add<Counted>("counted");

    public override IReadOnlyList<View<CounterDb>> Views { get; } = [new CounterView()];

    /// <summary>Only the institution that counts may see it.</summary>
    public override IEnumerable<string> AudienceOf(RecordedEvent recorded) => [recorded.Institution];

    protected override void Describe(RecordedEvent recorded, Change change)
    {
        // The head of a change says all a counter has to say.
    }

    private sealed class CounterView : View<CounterDb>
    {
        public override async Task ApplyAsync(CounterDb db, RecordedEvent recorded, CancellationToken cancellation)
        {
            var counted = (Counted)recorded.Body;
            if (counted.By == Counter.Unlucky) throw new InvalidDataException("This view has a defect.");
            var row = await db.Counters.FindAsync([recorded.Stream], cancellation);
            if (row is null) db.Counters.Add(row = new() { Name = recorded.Stream });
            row.Count += counted.By;
            row.ChangedAt = recorded.OccurredAt;
        }

        public override Task ClearAsync(CounterDb db, CancellationToken cancellation) => db.Counters.ExecuteDeleteAsync(cancellation);
    }
}
