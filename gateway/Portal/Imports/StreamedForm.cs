using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Reseau.Gateway.Portal.Imports;

/// <summary>
/// Receives a form with a file as it comes, never whole in memory nor on disk:
/// <code>
/// antiforgery token → fields → file, in pieces
/// </code>
/// The token must be the first field: nothing else is read before it is found valid. A page component would have read the whole
/// form before anything else, which is why such forms go to endpoints of their own.
/// </summary>
internal static class StreamedForm
{
    /// <summary>Reads the token, then hands the rest of the form over.</summary>
    public static async Task<IResult> ReceiveAsync(HttpContext context, Func<UploadForm, Task<IResult>> use)
    {
        if (BoundaryOf(context.Request) is not { } boundary) return Results.StatusCode(StatusCodes.Status400BadRequest);

        var options = context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        var form = new UploadForm(new MultipartReader(boundary, context.Request.Body));
        try
        {
            return await form.ReadFieldAsync(context.RequestAborted) is { } token
                && token.Name == options.FormFieldName
                && await IsValidAsync(context, options, token.Value)
                ? await use(form)
                : Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException && exception is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        finally
        {
            // A browser that is still sending would show a lost connection instead of our answer.
            await DrainAsync(context);
        }
    }

    // The framework looks for the token in a header before it would read the form, the whole of it.
    private static Task<bool> IsValidAsync(HttpContext context, AntiforgeryOptions options, string token)
    {
        if (options.HeaderName is not { } header || token.Length == 0) return Task.FromResult(false);
        context.Request.Headers[header] = token;
        return context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.ToString()
            : null;

    private static async Task DrainAsync(HttpContext context)
    {
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The browser has left, or sent more than the limit: there is nobody to wait for.
        }
    }
}
