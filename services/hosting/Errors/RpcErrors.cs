using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Reseau.Kernel;

namespace Reseau.Hosting.Errors;

/// <summary>Builds the one shape every error has: google.rpc.Status with ErrorInfo, LocalizedMessage and what else helps.</summary>
public static class RpcErrors
{
    /// <summary>Trailer that carries the google.rpc.Status.</summary>
    public const string Trailer = "grpc-status-details-bin";

    /// <summary>An expected refusal.</summary>
    public static RpcException Of(ErrorCatalogue catalogue, Refusal refusal, params IEnumerable<IMessage> details)
    {
        var code = catalogue.CodeOf(refusal.Reason)
            ?? throw new InvalidOperationException($"The reason {refusal.Reason} is not in the catalogue of {catalogue.Domain}.");
        var info = new ErrorInfo { Reason = refusal.Reason, Domain = catalogue.Domain };
        foreach (var (key, value) in refusal.Facts) info.Metadata[key] = value;

        var status = new Google.Rpc.Status { Code = (int)code, Message = refusal.Message, Details = { Any.Pack(info), Any.Pack(French(catalogue.Sentence(refusal))) } };
        status.Details.AddRange(details.Select(Any.Pack));
        return new(new(code, refusal.Message), new Metadata { { Trailer, status.ToByteArray() } });
    }

    /// <summary>A wrong request, with every violation.</summary>
    public static RpcException Of(ErrorCatalogue catalogue, InvalidRequestException invalid)
    {
        var bad = new BadRequest();
        bad.FieldViolations.AddRange(invalid.Violations.Select(v => new BadRequest.Types.FieldViolation
        {
            Field = v.Field,
            Reason = v.Reason,
            Description = v.Message,
            LocalizedMessage = French(v.MessageFr),
        }));
        return Of(catalogue, new Refusal(CommonReasons.InvalidRequest, invalid.Message), bad);
    }

    private static LocalizedMessage French(string sentence) => new() { Locale = "fr", Message = sentence };
}
