namespace Reseau.Gateway.Limits;

/// <summary>How many requests a second are let through, and how many at once after a quiet moment.</summary>
/// <param name="InstitutionPerSecond">For all callers of one institution together, on each port.</param>
/// <param name="InstitutionBurst">The most an institution may send at once.</param>
/// <param name="AnonymousPerSecond">For callers without token or session, for each remote address.</param>
/// <param name="AnonymousBurst">The most an address may send at once.</param>
public sealed record LimitSettings(int InstitutionPerSecond, int InstitutionBurst, int AnonymousPerSecond, int AnonymousBurst);
