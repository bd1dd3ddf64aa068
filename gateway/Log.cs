namespace Reseau.Gateway;

/// <summary>What the gateway logs. Never a query string, a form or a person.</summary>
internal static partial class Log
{
    [LoggerMessage(8001, LogLevel.Error, "Request {Method} {Route} failed; trace {TraceId}.")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string method, string route, string traceId);

    [LoggerMessage(8002, LogLevel.Warning, "The session store does not answer.")]
    public static partial void SessionStoreUnavailable(ILogger logger, Exception exception);

    [LoggerMessage(8003, LogLevel.Warning, "The identity provider does not answer.")]
    public static partial void IdentityUnavailable(ILogger logger, Exception exception);

    [LoggerMessage(8004, LogLevel.Information, "A session was ended by the identity provider ({Error}).")]
    public static partial void SessionRefused(ILogger logger, string error);

    [LoggerMessage(8005, LogLevel.Information, "Sign-in did not succeed ({Error}).")]
    public static partial void SignInFailed(ILogger logger, string error);

    [LoggerMessage(8006, LogLevel.Information, "Call limit of {Partition} reached.")]
    public static partial void LimitReached(ILogger logger, string partition);

    [LoggerMessage(8007, LogLevel.Warning, "{Service} answered {Code} ({Reason}) to the portal; trace {TraceId}.")]
    public static partial void CallFailed(ILogger logger, string service, Grpc.Core.StatusCode code, string reason, string traceId);

    [LoggerMessage(8008, LogLevel.Information, "A call came with a token that is not valid ({Failure}).")]
    public static partial void TokenRefused(ILogger logger, string failure);
}
