using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Kernel;

namespace Reseau.Hosting.Log;

/// <summary>Makes the <see cref="Command"/> of a mutation from its call.</summary>
public static class Commands
{
    /// <summary>Demands a request id; a retry relies on it, not on luck.</summary>
    public static void RequireRequestId(string requestId, Violations violations)
    {
        if (!Guid.TryParse(requestId, out _))
            violations.Add("request_id", "NOT_A_UUID", "request_id must be a UUID chosen by the caller.", "L'identifiant de la demande doit être un UUID : rechargez la page et recommencez.");
    }

    /// <summary>The command of this call.</summary>
    public static Command From(ServerCallContext context, IMessage request, string requestId, TimeProvider clock)
    {
        var caller = Caller.Of(context);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(context.Method));
        hash.AppendData(request.ToByteArray());
        return new(caller.Institution, caller.Subject, requestId.ToLowerInvariant(), hash.GetHashAndReset(),
            Activity.Current?.TraceId.ToString() ?? "", clock.GetUtcNow());
    }
}
