using Reseau.Kernel.Policies;

namespace Reseau.Conventions.Policies;

/// <summary>Somebody said how the network treats those who have signed nothing. Its stream is <c>network</c>.</summary>
/// <param name="Mode">How.</param>
public sealed record NetworkModeSet(NetworkMode Mode)
{
    /// <summary>The one stream of it.</summary>
    public const string Stream = "network";
}
