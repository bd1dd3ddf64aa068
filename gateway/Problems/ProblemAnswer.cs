using Microsoft.AspNetCore.Mvc;
using Status = Google.Rpc.Status;

namespace Reseau.Gateway.Problems;

/// <summary>Answers a caller of the web port that does not read HTML.</summary>
public static class ProblemAnswer
{
    /// <summary>Writes the status as problem details. <paramref name="http"/> replaces the usual HTTP status when the server already chose one.</summary>
    public static Task WriteAsync(HttpContext context, Status status, int? http = null)
    {
        var problem = status.ToProblem();
        problem.Status = http ?? problem.Status;
        context.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return context.Response.WriteAsJsonAsync(
            problem, typeof(ProblemDetails), options: null, contentType: "application/problem+json", context.RequestAborted);
    }

    /// <summary>Browsers ask for HTML by name; everything else is a program.</summary>
    public static bool WantsPage(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
