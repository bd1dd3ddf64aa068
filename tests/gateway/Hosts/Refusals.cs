using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Refusals in the shape the services give them, and the way back.</summary>
public static class Refusals
{
    private const string Trailer = "grpc-status-details-bin";

    public static RpcException Of(StatusCode code, string reason, string french, params (string Field, string French)[] violations)
    {
        var status = new Google.Rpc.Status
        {
            Code = (int)code,
            Message = reason,
            Details = { Any.Pack(new ErrorInfo { Reason = reason, Domain = "test.reseau" }), Any.Pack(new LocalizedMessage { Locale = "fr", Message = french }) },
        };
        if (violations.Length > 0)
        {
            var bad = new BadRequest();
            bad.FieldViolations.AddRange(violations.Select(violation => new BadRequest.Types.FieldViolation
            {
                Field = violation.Field,
                Description = "wrong",
                LocalizedMessage = new() { Locale = "fr", Message = violation.French },
            }));
            status.Details.Add(Any.Pack(bad));
        }

        return new(new(code, reason), new Metadata { { Trailer, status.ToByteArray() } });
    }

    /// <summary>A refusal that says more than a sentence.</summary>
    public static RpcException WithFacts(StatusCode code, string reason, string french, params (string Key, string Value)[] facts)
    {
        var info = new ErrorInfo { Reason = reason, Domain = "test.reseau" };
        foreach (var (key, value) in facts) info.Metadata[key] = value;
        var status = new Google.Rpc.Status { Code = (int)code, Message = reason, Details = { Any.Pack(info), Any.Pack(new LocalizedMessage { Locale = "fr", Message = french }) } };
        return new(new(code, reason), new Metadata { { Trailer, status.ToByteArray() } });
    }

    /// <summary>The detail of a kind that a failed call carries.</summary>
    public static TDetail DetailOf<TDetail>(RpcException exception) where TDetail : class, IMessage, new()
    {
        var status = Google.Rpc.Status.Parser.ParseFrom(exception.Trailers.GetValueBytes(Trailer));
        Assert.Equal((int)exception.StatusCode, status.Code);
        return status.Details.Where(any => any.Is(new TDetail().Descriptor)).Select(any => any.Unpack<TDetail>()).Single();
    }
}
