using System.Diagnostics;
using Reseau.Chaos;

/// <summary>
/// What the runtime of a service calls before its Main when DOTNET_STARTUP_HOOKS names this assembly; the runtime wants this name, outside
/// any namespace. Only the tests have it: a deployed service contains nothing that could end it.
/// </summary>
internal static class StartupHook
{
    /// <summary>Puts the killer in.</summary>
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new Killer(Doom.Read(Environment.GetEnvironmentVariable(Doom.Variable)!)));
}
