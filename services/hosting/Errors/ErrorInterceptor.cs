using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Reseau.Hosting.Access;
using Reseau.Kernel;

namespace Reseau.Hosting.Errors;

/// <summary>
/// Turns exceptions into statuses, the only place that does. A bug becomes INTERNAL: logged once with its trace id,
/// and its message never leaves the process, because it may quote data.
/// </summary>
public sealed partial class ErrorInterceptor(ErrorCatalogue catalogue, ILogger<ErrorInterceptor> logger) : Interceptor
{
    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception failure)
        {
            throw Translate(failure, context);
        }
    }

    /// <inheritdoc />
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception failure)
        {
            throw Translate(failure, context);
        }
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception failure)
        {
            throw Translate(failure, context);
        }
    }

    /// <inheritdoc />
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception failure)
        {
            throw Translate(failure, context);
        }
    }

    private RpcException Translate(Exception failure, ServerCallContext context)
    {
        switch (failure)
        {
            case RpcException already:
                return already;
            case InvalidRequestException invalid:
                LogRefused(context.Method, CommonReasons.InvalidRequest);
                return RpcErrors.Of(catalogue, invalid);
            case RefusedException { Refusal.Reason: CommonReasons.NotAllowed } denied:
                var caller = Caller.Of(context);
                LogDenied(context.Method, caller.Subject, caller.Institution);
                return RpcErrors.Of(catalogue, denied.Refusal);
            case RefusedException refused:
                LogRefused(context.Method, refused.Refusal.Reason);
                return RpcErrors.Of(catalogue, refused.Refusal);
            case OperationCanceledException when context.CancellationToken.IsCancellationRequested:
                return context.Deadline <= DateTime.UtcNow
                    ? RpcErrors.Of(catalogue, new Refusal(CommonReasons.DeadlineExceeded, "The deadline passed."))
                    : new RpcException(Status.DefaultCancelled);
            case var passing when StorageFailures.IsPassing(passing):
                LogUnavailable(context.Method, failure.GetType().Name);
                return RpcErrors.Of(catalogue, new Refusal(CommonReasons.Unavailable, "A dependency does not answer; try again."));
            default:
                var trace = Activity.Current?.TraceId.ToString() ?? "";
                LogFailed(failure, context.Method, trace);
                return RpcErrors.Of(catalogue, new Refusal(CommonReasons.Internal, "Internal error.", ("trace_id", trace)));
        }
    }

    [LoggerMessage(110, LogLevel.Information, "Refused {Method}: {Reason}.")]
    private partial void LogRefused(string method, string reason);

    [LoggerMessage(113, LogLevel.Warning, "Denied {Method} to {Subject} of {Institution}.")]
    private partial void LogDenied(string method, string subject, string institution);

    [LoggerMessage(111, LogLevel.Warning, "{Method} found a dependency unavailable: {Error}.")]
    private partial void LogUnavailable(string method, string error);

    [LoggerMessage(112, LogLevel.Error, "{Method} failed; trace {TraceId}.")]
    private partial void LogFailed(Exception failure, string method, string traceId);
}
