namespace Reseau.Identity.Sessions;

/// <summary>A code given to a client, to be exchanged once.</summary>
public sealed class AuthorizationCode(AuthorizationRequest request, string sessionId)
{
    private int _uses;

    /// <summary>What it was given for.</summary>
    public AuthorizationRequest Request { get; } = request;

    /// <summary>The session of the person who signed in.</summary>
    public string SessionId { get; } = sessionId;

    /// <summary>True for the first caller only. The code stays known until it expires, so that a second use is noticed.</summary>
    public bool TakeFirstUse() => Interlocked.Increment(ref _uses) == 1;
}
