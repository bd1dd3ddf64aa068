using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Reseau.Gateway.Portal.Labels;
using Status = Google.Rpc.Status;

namespace Reseau.Gateway.Problems;

/// <summary>
/// What the gateway itself refuses or fails at: its whole vocabulary of errors. The reason is public contract; the French
/// sentence is in Portal/Labels/Messages.resx under the same word.
/// </summary>
public sealed record GatewayError(Code Code, string Reason, string Message, bool Retry = false)
{
    public const string Domain = "gateway.reseau";

    public static readonly GatewayError RateLimited = new(Code.ResourceExhausted, "RATE_LIMITED", "Too many requests.", Retry: true);
    public static readonly GatewayError Unauthenticated = new(Code.Unauthenticated, "UNAUTHENTICATED", "The token is not valid.");
    public static readonly GatewayError IdentityUnavailable = new(Code.Unavailable, "IDENTITY_UNAVAILABLE", "The identity provider does not answer.", Retry: true);
    public static readonly GatewayError ServiceUnavailable = new(Code.Unavailable, "UNAVAILABLE", "The service does not answer.", Retry: true);
    public static readonly GatewayError RequestTooLarge = new(Code.ResourceExhausted, "REQUEST_TOO_LARGE", "The request is larger than 4 MB, or the file than 600 MB.");
    public static readonly GatewayError UnknownMethod = new(Code.Unimplemented, "UNIMPLEMENTED", "The gateway routes no such method.");
    public static readonly GatewayError Forbidden = new(Code.PermissionDenied, "NOT_ALLOWED", "Not allowed.");
    public static readonly GatewayError InvalidRequest = new(Code.InvalidArgument, "INVALID_REQUEST", "The request cannot be read.");
    public static readonly GatewayError NotFound = new(Code.NotFound, "NOT_FOUND", "There is no such page.");
    public static readonly GatewayError Failure = new(Code.Internal, "INTERNAL", "The gateway failed.");

    /// <summary>All of them, for the tests that prove each has its sentence.</summary>
    public static IReadOnlyList<GatewayError> All { get; } =
    [
        RateLimited, Unauthenticated, IdentityUnavailable, ServiceUnavailable, RequestTooLarge,
        UnknownMethod, Forbidden, InvalidRequest, NotFound, Failure,
    ];

    /// <summary>The same in the form every error of Réseau has.</summary>
    public Status ToStatus(TimeSpan? retryAfter = null)
    {
        var status = new Status { Code = (int)Code, Message = Message };
        status.Details.Add(Any.Pack(new ErrorInfo { Reason = Reason, Domain = Domain }));
        if (Retry) status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter ?? TimeSpan.FromSeconds(1)) }));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = "fr", Message = Label.Message(Reason) }));
        return status;
    }

    /// <summary>What an HTTP status set by the server or by YARP means.</summary>
    public static GatewayError OfHttp(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Unauthenticated,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => NotFound,
        StatusCodes.Status413PayloadTooLarge => RequestTooLarge,
        StatusCodes.Status429TooManyRequests => RateLimited,
        StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => ServiceUnavailable,
        >= 400 and < 500 => InvalidRequest,
        _ => Failure,
    };
}
