namespace Reseau.Identity.Sessions;

/// <summary>A person signed in with one browser (or, with the password grant, without one).</summary>
/// <param name="Id">The <c>sid</c> of tokens. Not a secret: the browser proves the session with another value.</param>
/// <param name="BrowserKeyHash">Hash of the value of the browser's cookie.</param>
/// <param name="Subject">The account.</param>
/// <param name="AuthenticatedAt">When the password was last typed.</param>
/// <param name="StartedAt">When the session began.</param>
/// <param name="SeenAt">Last use, which moves the idle limit.</param>
/// <param name="Grants">What clients hold in this session.</param>
public sealed record Session(
    string Id,
    string BrowserKeyHash,
    string Subject,
    DateTimeOffset AuthenticatedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt,
    IReadOnlyList<ClientGrant> Grants);
