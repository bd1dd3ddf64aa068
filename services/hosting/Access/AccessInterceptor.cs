using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Reseau.Access.V1;
using Reseau.Kernel;

namespace Reseau.Hosting.Access;

/// <summary>
/// Enforces each method's rule before anything of the request is read (AIP-211). The method itself then checks the
/// resource: this interceptor cannot know whose referral it is.
/// </summary>
public sealed partial class AccessInterceptor(AccessRules rules, SidecarToken sidecar, ILogger<AccessInterceptor> logger) : Interceptor
{
    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Enforce(context);
        return continuation(request, context);
    }

    /// <inheritdoc />
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Enforce(context);
        return continuation(requestStream, context);
    }

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Enforce(context);
        return continuation(request, responseStream, context);
    }

    /// <inheritdoc />
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Enforce(context);
        return continuation(requestStream, responseStream, context);
    }

    private void Enforce(ServerCallContext context)
    {
        if (context.Method.StartsWith(SidecarToken.Callback, StringComparison.Ordinal))
        {
            if (!sidecar.Matches(context)) throw Unauthenticated(context);
            return;
        }

        var caller = Caller.From(context.GetHttpContext().User);
        var rule = rules.Find(context.Method);
        if (rule?.Scope != Scope.Public)
        {
            if (caller.Subject.Length == 0) throw Unauthenticated(context);
            if (rule is null || !Satisfies(caller, rule))
            {
                LogDenied(context.Method, caller.Institution, caller.Subject);
                throw Caller.NotAllowed();
            }
        }
        caller.Attach(context);
    }

    private static bool Satisfies(Caller caller, Rule rule) => rule.Scope switch
    {
        Scope.Network => rule.Roles.Any(caller.Roles.Contains),
        // Speaking for an institution needs one; an administrator speaks for the platform.
        Scope.Own or Scope.Party => rule.Roles.Any(caller.Roles.Contains)
            && (caller.Institution.Length > 0 || (caller.IsAdministrator && rule.Roles.Contains(Role.Administrateur))),
        _ => false,
    };

    private RefusedException Unauthenticated(ServerCallContext context)
    {
        LogUnauthenticated(context.Method);
        return new(new(CommonReasons.Unauthenticated, "A valid token of the realm is needed."));
    }

    [LoggerMessage(100, LogLevel.Warning, "Denied {Method} to {Subject} of {Institution}.")]
    private partial void LogDenied(string method, string institution, string subject);

    [LoggerMessage(101, LogLevel.Information, "Refused {Method} without a valid token.")]
    private partial void LogUnauthenticated(string method);
}
