using Google.Rpc;
using Grpc.Core;
using Reseau.Gateway.Portal.Labels;
using Reseau.Gateway.Problems;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>Why a call to a service did not succeed, in words for the person: the service's own sentence when it gave one.</summary>
public sealed record CallProblem(StatusCode Code, string Reason, string Sentence, IReadOnlyList<FieldProblem> Fields)
{
    /// <summary>A page of somebody else's records: the service would refuse what it offers, once all was typed.</summary>
    public static CallProblem NotAllowed { get; } = new(StatusCode.PermissionDenied, "NOT_ALLOWED", Label.Message("NOT_ALLOWED"), []);

    /// <summary>What the service says of the refusal besides, for instance what is missing.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static CallProblem Of(RpcException exception)
    {
        var status = ProblemMapping.StatusOf(exception);
        var info = status is null ? null : ProblemMapping.Detail<ErrorInfo>(status);
        var reason = info?.Reason ?? ReasonOf(exception.StatusCode);
        var sentence = status is null ? null : ProblemMapping.Detail<LocalizedMessage>(status)?.Message;
        var bad = status is null ? null : ProblemMapping.Detail<BadRequest>(status);
        return new(
            exception.StatusCode,
            reason,
            string.IsNullOrEmpty(sentence) ? Label.Message(reason) : sentence,
            [.. (bad?.FieldViolations ?? []).Select(violation => new FieldProblem(
                violation.Field,
                violation.LocalizedMessage is { Message.Length: > 0 } french ? french.Message : Label.Message("INVALID_REQUEST")))])
        {
            Facts = info is null ? new Dictionary<string, string>(StringComparer.Ordinal) : info.Metadata.ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>The HTTP status of the page that shows it.</summary>
    public int HttpStatus => Code switch
    {
        // Not allowed and not existing look the same.
        StatusCode.PermissionDenied => StatusCodes.Status404NotFound,
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition => StatusCodes.Status422UnprocessableEntity,
        StatusCode.DeadlineExceeded => StatusCodes.Status503ServiceUnavailable,
        _ => ProblemMapping.HttpStatus((Code)(int)Code),
    };

    public bool IsStale => Code == StatusCode.Aborted;

    // Services always give details; a channel that could not reach one, or a deadline, does not.
    private static string ReasonOf(StatusCode code) => code switch
    {
        StatusCode.Unavailable => "UNAVAILABLE",
        StatusCode.DeadlineExceeded or StatusCode.Cancelled => "DEADLINE_EXCEEDED",
        StatusCode.Unauthenticated => "UNAUTHENTICATED",
        StatusCode.PermissionDenied => "NOT_ALLOWED",
        StatusCode.NotFound => "NOT_FOUND",
        StatusCode.InvalidArgument => "INVALID_REQUEST",
        _ => "INTERNAL",
    };
}
