using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Pages;

/// <summary>The frame of every page: French, no script, one style sheet, and a policy that allows nothing else.</summary>
public sealed class PageWriter(RealmUrls urls)
{
    /// <summary>Path of the style sheet.</summary>
    public string ThemePath => urls.Path + "/theme.css";

    /// <summary>HTML of a template: every value in it is encoded unless it is HTML itself.</summary>
    public static IHtmlContent Html(FormattableString template) => new HtmlFormattableString(template.Format, template.GetArguments()!);

    /// <summary>Writes a page.</summary>
    /// <param name="context">The request being answered.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="title">Title of the page and, after <paramref name="warning"/>, of the window.</param>
    /// <param name="body">What comes below the title.</param>
    /// <param name="sendsTo">Where the answer to the page's form may redirect: browsers apply the policy to that, too.</param>
    /// <param name="warning">Said before the title of the window, which a screen reader announces first.</param>
    public async Task WriteAsync(HttpContext context, int status, string title, IHtmlContent body, string? sendsTo = null, string warning = "")
    {
        var formAction = sendsTo is null ? "'self'" : "'self' " + new Uri(sendsTo).GetLeftPart(UriPartial.Authority);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; form-action {formAction}; base-uri 'none'; frame-ancestors 'none'";

        await using var writer = new StringWriter();
        Html($"""
            <!DOCTYPE html>
            <html lang="fr">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{warning}{title} - Réseau</title>
              <link rel="stylesheet" href="{ThemePath}">
            </head>
            <body>
              <header><p class="brand">Réseau</p></header>
              <main>
                <h1>{title}</h1>
                {body}
              </main>
              <footer><p>Service de connexion de démonstration, pour cette machine seulement.</p></footer>
            </body>
            </html>
            """).WriteTo(writer, HtmlEncoder.Default);
        await context.Response.WriteAsync(writer.ToString(), Encoding.UTF8, context.RequestAborted);
    }
}
