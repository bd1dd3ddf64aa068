namespace Reseau.Kernel;

/// <summary>Reasons that any service may answer. A service's own reasons live in its <c>Rpc/Errors.cs</c>.</summary>
public static class CommonReasons
{
    /// <summary>One or more fields are wrong; BadRequest says which.</summary>
    public const string InvalidRequest = "INVALID_REQUEST";

    /// <summary>The page token is unreadable or belongs to another question.</summary>
    public const string InvalidPageToken = "INVALID_PAGE_TOKEN";

    /// <summary>The cursor of a Watch is unreadable.</summary>
    public const string InvalidCursor = "INVALID_CURSOR";

    /// <summary>The resource changed since the caller read it.</summary>
    public const string StaleEtag = "STALE_ETAG";

    /// <summary>The request id was already used for another request.</summary>
    public const string RequestIdReused = "REQUEST_ID_REUSED";

    /// <summary>No token, or one that does not hold.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>Not allowed, or not existing: the caller cannot tell.</summary>
    public const string NotAllowed = "NOT_ALLOWED";

    /// <summary>Too many requests of one institution.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>A bug or an outage; the trace id finds it in the logs.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>Something the service needs does not answer.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>The deadline of the call passed.</summary>
    public const string DeadlineExceeded = "DEADLINE_EXCEEDED";

    /// <summary>The method does not exist here.</summary>
    public const string Unimplemented = "UNIMPLEMENTED";
}
