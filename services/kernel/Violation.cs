namespace Reseau.Kernel;

/// <summary>One wrong field of a request.</summary>
/// <param name="Field">Path of the field as in the contract, e.g. <c>beneficiary.phone</c>.</param>
/// <param name="Reason">Stable UPPER_SNAKE_CASE name of the rule.</param>
/// <param name="Message">English, for developers; never repeats what was typed.</param>
/// <param name="MessageFr">French, for the person: what to write instead.</param>
public sealed record Violation(string Field, string Reason, string Message, string MessageFr);

/// <summary>A request is wrong; carries every violation at once, so that nobody corrects a form ten times.</summary>
public sealed class InvalidRequestException(IReadOnlyList<Violation> violations)
    : Exception($"{violations.Count} field(s) are not valid: {string.Join(", ", violations.Select(v => v.Field))}.")
{
    /// <summary>All of them, in the order of the fields.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;
}
