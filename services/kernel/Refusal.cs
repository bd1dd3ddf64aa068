namespace Reseau.Kernel;

/// <summary>A rule said no. <paramref name="Reason"/> is public contract: it becomes google.rpc.ErrorInfo.reason.</summary>
/// <param name="Reason">Stable UPPER_SNAKE_CASE name of the rule.</param>
/// <param name="Message">English, for developers; names no person.</param>
/// <param name="Facts">The variable parts, for programs; never personal data.</param>
public sealed record Refusal(string Reason, string Message, params (string Key, string Value)[] Facts);

/// <summary>Carries a <see cref="Refusal"/> to the edge, where one interceptor turns it into a status.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Message)
{
    /// <summary>The rule that said no.</summary>
    public Refusal Refusal { get; } = refusal;
}
