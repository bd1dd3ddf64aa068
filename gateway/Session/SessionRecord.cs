namespace Reseau.Gateway.Session;

/// <summary>A sign-in session as the shared state holds it.</summary>
/// <param name="Ticket">Who is signed in and their tokens, encrypted with the gateway's keys: other readers of the shared state cannot use them.</param>
/// <param name="RefreshingUntil">Set while one copy of the gateway renews the tokens; others wait for the result instead of doing the same.</param>
public sealed record SessionRecord(string Ticket, DateTimeOffset? RefreshingUntil = null);
