namespace Reseau.Kernel.Calendar;

/// <summary>A stretch of one day, in the local time of the place, that is not simply closed.</summary>
/// <param name="From">First minute.</param>
/// <param name="To">End, not included; midnight of the next day at most.</param>
/// <param name="State">Open or unknown.</param>
/// <param name="Comment">What the rule adds, e.g. "sur rendez-vous".</param>
public readonly record struct OpenInterval(DateTime From, DateTime To, OpenState State, string? Comment);

/// <summary>The moment at which hours begin to say something else, in the local time of the place.</summary>
/// <param name="At">First minute of the new state.</param>
/// <param name="State">The new state.</param>
/// <param name="Comment">What its rule adds.</param>
public readonly record struct HoursChange(DateTime At, OpenState State, string? Comment);
