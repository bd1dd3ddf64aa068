namespace Reseau.Conformance.Sidecar;

/// <summary>What the application subscribes to. A refused event holds its topic back, so tests that refuse have one of their own.</summary>
internal static class Topics
{
    public const string Plain = "conformance-plain";
    public const string Ordered = "conformance-ordered";
    public const string Retried = "conformance-retried";
    public const string Dropped = "conformance-dropped";
    public const string Unimplemented = "conformance-unimplemented";
    public const string Poisoned = "conformance-poisoned";
    public const string PoisonedDead = "conformance-poisoned.dead";

    public static readonly IReadOnlyList<string> All = [Plain, Ordered, Retried, Dropped, Unimplemented, Poisoned, PoisonedDead];
}
