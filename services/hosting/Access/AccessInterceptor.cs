using Grpc.Core;
using Grpc.Core.Interceptors;
using Reseau.Access.V1;
using Reseau.Kernel;

namespace Reseau.Hosting.Access;

/// <summary>
/// Enforces each method's rule before anything of the request is read (AIP-211). The method itself then checks the
/// resource: this interceptor cannot know whose referral it is.
/// </summary>
public sealed class AccessInterceptor(AccessRules rules, SidecarToken sidecar) : Interceptor
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
            if (!sidecar.Matches(context)) throw Unauthenticated();
            return;
        }

        var caller = Caller.From(context.GetHttpContext().User);
        caller.Attach(context);
        var rule = rules.Find(context.Method);
        if (rule?.Scope == Scope.Public) return;
        if (caller.Subject.Length == 0) throw Unauthenticated();
        if (rule is null || !Satisfies(caller, rule)) throw Caller.NotAllowed();
    }

    private static bool Satisfies(Caller caller, Rule rule) => rule.Scope switch
    {
        Scope.Network => rule.Roles.Any(caller.Roles.Contains),
        // Speaking for an institution needs one; an administrator speaks for the platform.
        Scope.Own or Scope.Party => rule.Roles.Any(caller.Roles.Contains)
            && (caller.Institution.Length > 0 || (caller.IsAdministrator && rule.Roles.Contains(Role.Administrateur))),
        _ => false,
    };

    private static RefusedException Unauthenticated() => new(new(CommonReasons.Unauthenticated, "A valid token of the realm is needed."));
}
