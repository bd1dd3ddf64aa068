using System.Globalization;
using System.Text;
using Google.Protobuf;
using Status = Google.Rpc.Status;

namespace Reseau.Gateway.Problems;

/// <summary>
/// Answers a gRPC call without a service: status, message and details travel as headers, which is how gRPC writes an answer
/// that has no message ("Trailers-Only").
/// </summary>
public static class GrpcAnswer
{
    private const string ContentType = "application/grpc";

    public static bool IsCall(HttpContext context) => IsGrpc(context.Request.ContentType);

    public static bool IsAnswered(HttpContext context) => IsGrpc(context.Response.ContentType);

    /// <summary>Must be called before the answer has started.</summary>
    public static void Write(HttpContext context, Status status)
    {
        var response = context.Response;
        response.Clear();
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ContentType;
        response.Headers["grpc-status"] = status.Code.ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = PercentEncode(status.Message);
        // Binary headers are base64 without padding.
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
    }

    private static bool IsGrpc(string? contentType) => contentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    private static string PercentEncode(string message)
    {
        var encoded = new StringBuilder(message.Length);
        foreach (var value in Encoding.UTF8.GetBytes(message))
        {
            if (value is >= 0x20 and <= 0x7E and not (byte)'%') encoded.Append((char)value);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return encoded.ToString();
    }
}
