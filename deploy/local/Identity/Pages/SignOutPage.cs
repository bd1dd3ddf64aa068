using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Pages;

/// <summary>Asks before signing out, and says that it is done.</summary>
public sealed class SignOutPage(RealmUrls urls, PageWriter writer)
{
    /// <summary>Asks the person to confirm. <paramref name="proof"/> comes back with the answer.</summary>
    public Task ConfirmAsync(HttpContext context, string proof, string? clientId, string? target, string? state)
    {
        var body = PageWriter.Html($"""
            <p>Voulez-vous vous déconnecter ?</p>
            <form method="post" action="{urls.Path}/protocol/openid-connect/logout">
              {Hidden("confirm", proof)}{Hidden("client_id", clientId)}{Hidden("post_logout_redirect_uri", target)}{Hidden("state", state)}
              <p><button type="submit">Se déconnecter</button></p>
            </form>
            """);
        return writer.WriteAsync(context, StatusCodes.Status200OK, "Déconnexion", body, target);
    }

    /// <summary>Says that the person is signed out.</summary>
    public Task DoneAsync(HttpContext context) => writer.WriteAsync(
        context, StatusCodes.Status200OK, "Vous êtes déconnecté", PageWriter.Html($"<p>Vous pouvez fermer cette page.</p>"));

    /// <summary>Shows why the sign-out cannot go on.</summary>
    public Task ErrorAsync(HttpContext context, string sentence) => writer.WriteAsync(
        context, StatusCodes.Status400BadRequest, "Déconnexion impossible", PageWriter.Html($"""<p class="error" role="alert">{sentence}</p>"""));

    private static IHtmlContent Hidden(string name, string? value) =>
        value is null ? HtmlString.Empty : PageWriter.Html($"""<input type="hidden" name="{name}" value="{value}">""");
}
