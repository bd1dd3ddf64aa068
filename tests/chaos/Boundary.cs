using Reseau.Hosting.Telemetry;

namespace Reseau.Chaos;

/// <summary>A point of a change's way at which a process may die.</summary>
public enum Boundary
{
    /// <summary>The command is decided, and written in a transaction that is not committed.</summary>
    AfterValidate,

    /// <summary>The command is committed, and its answer has not left.</summary>
    AfterCommit,

    /// <summary>The change is read, and not given to the broker.</summary>
    BeforePublish,

    /// <summary>The broker has taken the change, and the publisher's cursor does not know.</summary>
    AfterPublish,

    /// <summary>The other service has handled the change, and the broker has no answer.</summary>
    BeforeAck,
}

/// <summary>Where a boundary is, in the code.</summary>
/// <param name="Service">The service that dies there.</param>
/// <param name="Step">The step it passes last.</param>
/// <param name="Until">The step at which another thread must have arrived; empty = none.</param>
/// <param name="MostPassings">It dies at a passing from the first to this one.</param>
internal sealed record BoundaryPlace(string Service, string Step, string Until, int MostPassings)
{
    // Commands are many and come together; what is published or heard at once is one passing.
    private const int Commands = 20;
    private const int Messages = 5;

    /// <summary>The place of a boundary.</summary>
    public static BoundaryPlace Of(Boundary boundary) => boundary switch
    {
        Boundary.AfterValidate => new("referrals", Steps.Decided, "", Commands),
        Boundary.AfterCommit => new("referrals", Steps.Committed, "", Commands),
        Boundary.BeforePublish => new("referrals", Steps.Publishing, "", Messages),
        Boundary.AfterPublish => new("referrals", Steps.Published, "", Messages),
        Boundary.BeforeAck => new("partners", Steps.Heard, Steps.Handled, Messages),
        _ => throw new ArgumentOutOfRangeException(nameof(boundary)),
    };
}
