using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Reseau.Gateway.Portal;
using Reseau.Gateway.Problems;
using Reseau.Gateway.Session;

namespace Reseau.Gateway.Limits;

/// <summary>
/// A bucket per institution and port, so that an institution's information system cannot keep its own agents, or other
/// institutions, from working; a smaller one per remote address for callers who say nothing of themselves.
/// </summary>
public static class CallLimits
{
    public static void AddCallLimits(this IServiceCollection services, LimitSettings limits) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(context, limits));
            options.OnRejected = RefuseAsync;
        });

    private static RateLimitPartition<string> Bucket(HttpContext context, LimitSettings limits)
    {
        if (IsFree(context)) return RateLimitPartition.GetNoLimiter("free");
        var door = Doors.IsGrpc(context) ? "grpc" : "web";
        return Institution(context) is { } institution
            ? Bucket($"{door}|{institution}", limits.InstitutionPerSecond, limits.InstitutionBurst)
            : Bucket($"{door}@{context.Connection.RemoteIpAddress}", limits.AnonymousPerSecond, limits.AnonymousBurst);
    }

    private static RateLimitPartition<string> Bucket(string key, int perSecond, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = burst,
            // Refilled ten times a second: a caller at its limit is slowed down evenly instead of in jolts.
            TokensPerPeriod = Math.Max(1, perSecond / 10),
            ReplenishmentPeriod = perSecond < 10 ? TimeSpan.FromSeconds(1d / perSecond) : TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
            AutoReplenishment = false,
        });

    // Probes, the style sheet, the page that says that the limit is reached, and the identity provider, which slows down those who guess passwords by itself.
    private static bool IsFree(HttpContext context)
    {
        var path = context.Request.Path;
        return context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || path.StartsWithSegments("/healthz", StringComparison.Ordinal)
            || path.StartsWithSegments(PortalAssets.Root, StringComparison.Ordinal)
            || path.StartsWithSegments("/realms", StringComparison.Ordinal);
    }

    private static string? Institution(HttpContext context) => context.User.FindFirst(Claims.Institution)?.Value;

    private static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var context = rejected.HttpContext;
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CallLimits));
        // A remote address is personal data: the log names institutions only.
        Log.LimitReached(logger, Institution(context) ?? "an anonymous caller");

        var retryAfter = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = (int)Math.Ceiling(retryAfter.TotalSeconds);
        var status = GatewayError.RateLimited.ToStatus(retryAfter);
        if (Doors.IsGrpc(context))
        {
            GrpcAnswer.Write(context, status);
            return ValueTask.CompletedTask;
        }

        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // A browser gets the page of ErrorPages.
        return ProblemAnswer.WantsPage(context) ? ValueTask.CompletedTask : new(ProblemAnswer.WriteAsync(context, status));
    }
}
