using System.Diagnostics.CodeAnalysis;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>What a service answered, or why it did not.</summary>
public readonly record struct Answer<T>(T? Value, CallProblem? Problem) where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;
}
