using Grpc.Core.Utils;

namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors in front of an invoker.</summary>
public static class CallInvokerExtensions
{
    /// <summary>An invoker whose calls go through <paramref name="interceptor"/> first.</summary>
    public static CallInvoker Intercept(this CallInvoker invoker, Interceptor interceptor) => new InterceptingCallInvoker(
        GrpcPreconditions.CheckNotNull(invoker, nameof(invoker)), GrpcPreconditions.CheckNotNull(interceptor, nameof(interceptor)));

    /// <summary>An invoker whose calls go through the interceptors in the order given: the first is the outermost.</summary>
    public static CallInvoker Intercept(this CallInvoker invoker, params Interceptor[] interceptors)
    {
        GrpcPreconditions.CheckNotNull(invoker, nameof(invoker));
        GrpcPreconditions.CheckNotNull(interceptors, nameof(interceptors));
        return interceptors.Reverse().Aggregate(invoker, Intercept);
    }

    /// <summary>An invoker whose calls have the headers that <paramref name="interceptor"/> makes of theirs.</summary>
    public static CallInvoker Intercept(this CallInvoker invoker, Func<Metadata, Metadata> interceptor) => new HeaderCallInvoker(
        GrpcPreconditions.CheckNotNull(invoker, nameof(invoker)), GrpcPreconditions.CheckNotNull(interceptor, nameof(interceptor)));
}
