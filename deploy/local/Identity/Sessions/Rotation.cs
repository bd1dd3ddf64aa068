namespace Reseau.Identity.Sessions;

/// <summary>What became of a refresh token that was presented.</summary>
public enum Rotation
{
    /// <summary>It was the right one; the next has taken its place.</summary>
    Done = 1,

    /// <summary>The session, or the client's part in it, has ended.</summary>
    Ended = 2,

    /// <summary>It had been used before. Someone holds a copy: the client's grant is revoked.</summary>
    Reused = 3,
}
