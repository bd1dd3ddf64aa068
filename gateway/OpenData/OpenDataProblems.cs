using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Reseau.Gateway.OpenData;

/// <summary>Refusals of the directory, for problem details.</summary>
internal static class OpenDataProblems
{
    private const string Details = "grpc-status-details-bin";

    /// <summary>The google.rpc.Status of a refusal; made from the code where there is none.</summary>
    public static Status Of(RpcException refused) =>
        refused.Trailers.GetValueBytes(Details) is { } bytes ? Status.Parser.ParseFrom(bytes) : new() { Code = (int)refused.StatusCode, Message = refused.Status.Detail };
}
