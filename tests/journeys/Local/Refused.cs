using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace Reseau.Journeys.Local;

/// <summary>What a refused call says of itself: the reason for programs, the sentence for people, the violations of a bad request.</summary>
public sealed record Refused(StatusCode Code, string Reason, string French, IReadOnlyList<BadRequest.Types.FieldViolation> Violations, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>Makes the call, which must be refused.</summary>
    public static async Task<Refused> ByAsync<T>(AsyncUnaryCall<T> call)
    {
        using (call) return Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync));
    }

    /// <summary>Reads the details of a failure.</summary>
    public static Refused Of(RpcException failure)
    {
        var details = failure.Trailers.GetValueBytes("grpc-status-details-bin");
        Assert.True(details is not null, $"No details: {failure.Status}");
        var status = Google.Rpc.Status.Parser.ParseFrom(details);
        Assert.Equal((int)failure.StatusCode, status.Code);
        var info = Detail<ErrorInfo>(status);
        Assert.NotNull(info);
        return new(failure.StatusCode, info.Reason, Detail<LocalizedMessage>(status)?.Message ?? "",
            Detail<BadRequest>(status)?.FieldViolations ?? [], new Dictionary<string, string>(info.Metadata));
    }

    private static T? Detail<T>(Google.Rpc.Status status) where T : class, IMessage, new()
    {
        MessageDescriptor wanted = new T().Descriptor;
        var any = status.Details.FirstOrDefault(detail => detail.Is(wanted));
        return any?.Value is { } bytes ? (T)wanted.Parser.ParseFrom(bytes) : null;
    }
}
