using System.Diagnostics;
using OpenTelemetry;

namespace Reseau.Hosting.Telemetry;

/// <summary>Names server spans after their gRPC method; ASP.NET Core alone calls them all the same.</summary>
internal sealed class SpanNames : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("grpc.method") is string method) data.DisplayName = method.TrimStart('/');
    }
}
