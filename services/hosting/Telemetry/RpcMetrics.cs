using System.Diagnostics;
using System.Diagnostics.Metrics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Reseau.Hosting.Access;

namespace Reseau.Hosting.Telemetry;

/// <summary>
/// Measures each call with its gRPC status and institution: the platform's own HTTP meter sees 200 whatever gRPC answers.
/// Institutions are few and named by configuration, so the tag stays small; no person and no resource id is a tag.
/// </summary>
public sealed class RpcMetrics : Interceptor
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Reseau.Rpc";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("reseau.rpc.duration", "s", "Time from the first byte of a call to its status.");
    private static readonly UpDownCounter<long> Active = Meter.CreateUpDownCounter<long>("reseau.rpc.active", "{call}", "Calls being served, Watch streams included.");

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? response = null;
        await MeasureAsync(context, async () => response = await continuation(request, context));
        return response!;
    }

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        MeasureAsync(context, () => continuation(request, responseStream, context));

    private static async Task MeasureAsync(ServerCallContext context, Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        var status = StatusCode.OK;
        var method = new KeyValuePair<string, object?>("rpc.method", context.Method);
        Active.Add(1, method);
        try
        {
            await call();
        }
        catch (RpcException failure)
        {
            status = failure.StatusCode;
            throw;
        }
        finally
        {
            Active.Add(-1, method);
            Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, method,
                new("rpc.grpc.status_code", status.ToString()), new("reseau.institution", Caller.Of(context).Institution));
        }
    }
}
