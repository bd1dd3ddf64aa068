using System.Diagnostics;

namespace Reseau.Hosting.Telemetry;

/// <summary>
/// The points of a change's way between which a process may end: decided → committed → published → heard → handled. Whoever runs in
/// the process and subscribes to the <see cref="DiagnosticListener"/> named <see cref="ListenerName"/> is told of each, with the change's
/// position, on the thread that comes by; without anybody a step costs one look at a field. No setting leads here.
/// </summary>
public static class Steps
{
    /// <summary>Name of the diagnostic listener.</summary>
    public const string ListenerName = "Reseau.Steps";

    /// <summary>A command is decided and written in its transaction, which is not committed; with the last position it would take.</summary>
    public const string Decided = "decided";

    /// <summary>A command is committed, and its caller does not know yet; with its last position.</summary>
    public const string Committed = "committed";

    /// <summary>Changes are read and not yet given to the broker; with the last one's position.</summary>
    public const string Publishing = "publishing";

    /// <summary>The broker has taken changes, and the cursor does not know yet; with the last one's position.</summary>
    public const string Published = "published";

    /// <summary>A message came in and is not acknowledged; with its position.</summary>
    public const string Heard = "heard";

    /// <summary>Changes of another service took effect here, and the cursor has moved with them; with its position.</summary>
    public const string Handled = "handled";

    private static readonly DiagnosticListener Listener = new(ListenerName);

    internal static void Pass(string step, long position)
    {
        if (Listener.IsEnabled()) Listener.Write(step, position);
    }
}
