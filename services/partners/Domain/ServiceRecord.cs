namespace Reseau.Partners.Domain;

/// <summary>Where a record of the directory stands.</summary>
public enum RecordState
{
    /// <summary>Shown.</summary>
    Published = 1,

    /// <summary>Taken out of the searches; its page stays readable.</summary>
    Archived = 2,

    /// <summary>Seen by its institution alone.</summary>
    Draft = 3,
}

/// <summary>A service with its fate: what its stream folds to.</summary>
/// <param name="Content">The latest content.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Capacity">What was last said of its room.</param>
/// <param name="FreshOn">The last day it was known to be true.</param>
public sealed record ServiceRecord(Service Content, RecordState State, Capacity? Capacity, DateOnly FreshOn)
{
    /// <summary>When something was last said of it.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>When its room was last said.</summary>
    public DateTimeOffset? CapacityAt { get; init; }
}
