namespace Reseau.Kernel;

/// <summary>Days on which somebody is away; both included.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record Absence(DateOnly From, DateOnly Until)
{
    /// <summary>Whether it covers a day.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}
