using System.Diagnostics;
using Grpc.Core;

namespace Dapr.Client;

/// <summary>What each call carries besides its message: who calls, the token, the trace it belongs to.</summary>
internal static class CallHeaders
{
    public const string ApiToken = "dapr-api-token";

    private static readonly string UserAgent = $"dapr-sdk-dotnet/v{typeof(CallHeaders).Assembly.GetName().Version?.ToString(3)}";

    public static CallOptions Options(string apiToken, CancellationToken cancellationToken)
    {
        var headers = new Metadata { { "user-agent", UserAgent } };
        if (apiToken.Length > 0) headers.Add(ApiToken, apiToken);

        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } traceParent } activity)
        {
            headers.Add("traceparent", traceParent);
            if (!string.IsNullOrEmpty(activity.TraceStateString)) headers.Add("tracestate", activity.TraceStateString);
        }

        return new CallOptions(headers, cancellationToken: cancellationToken);
    }
}
