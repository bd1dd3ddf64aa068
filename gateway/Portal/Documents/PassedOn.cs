using Grpc.Core;
using Microsoft.Net.Http.Headers;
using Reseau.Gateway.Portal.Calls;

namespace Reseau.Gateway.Portal.Documents;

/// <summary>Files that pass through the portal as they come.</summary>
internal static class PassedOn
{
    /// <summary>Answers with a file, or with the status of what stands against it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fetch">Fetches it into the response.</param>
    public static async Task<IResult> SendAsync<T>(HttpContext context, Func<Task<Answer<T>>> fetch) where T : class
    {
        try
        {
            var answer = await fetch();
            return answer.Succeeded ? Results.Empty : Results.StatusCode(answer.Problem.HttpStatus);
        }
        catch (RpcException) when (context.Response.HasStarted)
        {
            // Half a document must not look like a whole one: the browser sees a broken connection.
            context.Abort();
            return Results.Empty;
        }
    }

    /// <summary>Says what comes; gives where it goes.</summary>
    /// <param name="response">The response.</param>
    /// <param name="type">Media type.</param>
    /// <param name="file">Name for the reader's own folder.</param>
    /// <param name="inline">Whether it is read in the browser: only what is of our own making.</param>
    /// <param name="size">How long it is, in bytes; 0 when not known.</param>
    public static Stream Begin(HttpResponse response, string type, string file, bool inline, long size = 0)
    {
        response.ContentType = type;
        if (size > 0) response.ContentLength = size;
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(file);
        response.Headers.ContentDisposition = disposition.ToString();
        return response.Body;
    }
}
