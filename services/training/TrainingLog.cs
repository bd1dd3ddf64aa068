using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Training.Views;

namespace Reseau.Training;

/// <summary>The training service's log: its events by name, its views, who may follow what, and what others may know.</summary>
public sealed class TrainingLog : ServiceLog<TrainingDb>
{
    /// <inheritdoc />
    public override string Source => "training";

    /// <inheritdoc />
    public override EventTypes Types { get; } = new();

    /// <inheritdoc />
    public override IReadOnlyList<View<TrainingDb>> Views { get; } = [];

    /// <inheritdoc />
    protected override void Describe(RecordedEvent recorded, Change change)
    {
        // Type and name are all the news there is: what is read where it is shown needs no body.
    }
}
