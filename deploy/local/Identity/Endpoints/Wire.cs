using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Reseau.Identity.Endpoints;

/// <summary>Reading parameters and writing answers, the same way at every endpoint.</summary>
internal static class Wire
{
    /// <summary>The parameters of a request that may come by query or by form. A repeated parameter is refused, as OAuth 2 says: it reads as absent.</summary>
    public static async Task<Func<string, string?>> ParametersAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            var form = await FormAsync(context.Request);
            return name => form.TryGetValue(name, out var values) && values is [{ Length: > 0 } one] ? one : null;
        }

        return name => context.Request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } one] ? one : null;
    }

    // Anything but a well-formed form has no parameters: every endpoint has an answer for those that are missing.
    private static async Task<IFormCollection> FormAsync(HttpRequest request)
    {
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return FormCollection.Empty;
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }

    public static Task JsonAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }

    public static Task ErrorAsync(HttpContext context, int status, string error, string description) =>
        JsonAsync(context, status, new() { ["error"] = error, ["error_description"] = description });

    /// <summary>Sends the browser on with a GET, whatever brought it here.</summary>
    public static void Redirect(HttpContext context, string uri, params (string Name, string? Value)[] parameters)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = QueryHelpers.AddQueryString(
            uri, parameters.Where(parameter => parameter.Value is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
    }
}
