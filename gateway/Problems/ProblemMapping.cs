using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Status = Google.Rpc.Status;

namespace Reseau.Gateway.Problems;

/// <summary>
/// Turns a google.rpc.Status into problem details (RFC 9457): the type comes from the reason, the HTTP status from the table in
/// google/rpc/code.proto, the field violations become <c>errors</c>.
/// </summary>
public static class ProblemMapping
{
    public static ProblemDetails ToProblem(this Status status)
    {
        var info = Detail<ErrorInfo>(status);
        var problem = new ProblemDetails
        {
            Type = info is null ? "about:blank" : "urn:reseau:problem:" + info.Reason.ToLowerInvariant().Replace('_', '-'),
            Title = status.Message,
            Detail = Detail<LocalizedMessage>(status)?.Message,
            Status = HttpStatus((Code)status.Code),
        };
        if (info is not null)
        {
            problem.Extensions["reason"] = info.Reason;
            problem.Extensions["domain"] = info.Domain;
            if (info.Metadata.Count > 0) problem.Extensions["facts"] = new Dictionary<string, string>(info.Metadata, StringComparer.Ordinal);
        }

        if (Detail<BadRequest>(status) is { FieldViolations.Count: > 0 } bad) problem.Extensions["errors"] = Errors(bad);
        return problem;
    }

    /// <summary>The table of google/rpc/code.proto.</summary>
    public static int HttpStatus(Code code) => code switch
    {
        Code.Ok => 200,
        Code.Cancelled => 499,
        Code.InvalidArgument or Code.FailedPrecondition or Code.OutOfRange => 400,
        Code.Unauthenticated => 401,
        Code.PermissionDenied => 403,
        Code.NotFound => 404,
        Code.AlreadyExists or Code.Aborted => 409,
        Code.ResourceExhausted => 429,
        Code.Unimplemented => 501,
        Code.Unavailable => 503,
        Code.DeadlineExceeded => 504,
        _ => 500,
    };

    /// <summary>The status a service's refusal carries; null when nothing but the code came back.</summary>
    public static Status? StatusOf(RpcException refused) =>
        refused.Trailers.GetValueBytes("grpc-status-details-bin") is { } bytes ? Status.Parser.ParseFrom(bytes) : null;

    /// <summary>The first detail of a type, if the status carries one.</summary>
    public static TDetail? Detail<TDetail>(Status status) where TDetail : class, Google.Protobuf.IMessage, new()
    {
        foreach (var any in status.Details)
        {
            if (any.TryUnpack<TDetail>(out var detail)) return detail;
        }

        return null;
    }

    private static Dictionary<string, string[]> Errors(BadRequest bad) =>
        bad.FieldViolations
            .GroupBy(violation => violation.Field, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Select(Sentence).ToArray(), StringComparer.Ordinal);

    private static string Sentence(BadRequest.Types.FieldViolation violation) =>
        violation.LocalizedMessage is { Message.Length: > 0 } french ? french.Message : violation.Description;
}
