using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;
using Reseau.Identity.Tokens;

namespace Reseau.Identity.Pages;

/// <summary>Asks for a user name and a password, or, of someone already signed in, for the password again.</summary>
public sealed class SignInPage(IdentityRealm realm, SessionStore sessions, RealmUrls urls, PageWriter writer)
{
    private static readonly IHtmlContent Nothing = HtmlString.Empty;

    /// <summary>Shows the page. <paramref name="failed"/> says that the former answer was refused.</summary>
    public Task ShowAsync(HttpContext context, string tab, PendingSignIn shown, bool failed)
    {
        var person = shown.SessionId is { } id && sessions.Find(id) is { } session ? realm.FindSubject(session.Subject) : null;
        var title = person is null ? "Connexion" : "Confirmez votre identité";
        var body = PageWriter.Html($"""
            {(failed ? Refused() : Nothing)}
            <form method="post" action="{urls.Path}/login-actions/authenticate">
              <input type="hidden" name="tab" value="{tab}">
              {(person is null ? NameField(shown.LoginHint, failed) : Named(person))}
              <p>
                <label for="password">Mot de passe</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required {Described(failed)}>
              </p>
              <p><button type="submit">{(person is null ? "Se connecter" : "Confirmer")}</button></p>
              {(person is null ? Nothing : SomeoneElse())}
            </form>
            """);

        return writer.WriteAsync(context, StatusCodes.Status200OK, title, body, shown.Request.RedirectUri, failed ? "Erreur : " : "");
    }

    /// <summary>Shows why the sign-in cannot go on.</summary>
    public Task ErrorAsync(HttpContext context, string sentence) => writer.WriteAsync(
        context, StatusCodes.Status400BadRequest, "Connexion impossible", PageWriter.Html($"""<p class="error" role="alert">{sentence}</p>"""));

    private static IHtmlContent Refused() => PageWriter.Html($"""
        <p class="error" role="alert" id="refused">Identifiant ou mot de passe incorrect. Après plusieurs essais, le compte attend
        quelques minutes avant d'en accepter un autre.</p>
        """);

    private static IHtmlContent NameField(string? hint, bool failed) => PageWriter.Html($"""
        <p>
          <label for="username">Identifiant</label>
          <input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false"
                 value="{hint}" required {Described(failed)}>
        </p>
        """);

    private static IHtmlContent Named(Account person) => PageWriter.Html($"""
        <p>Vous êtes connecté avec l'identifiant <strong>{person.Username}</strong>. Pour continuer, tapez votre mot de passe.</p>
        """);

    private static IHtmlContent SomeoneElse() => PageWriter.Html($"""
        <p><button type="submit" name="other" value="1" class="secondary" formnovalidate>Changer de compte</button></p>
        """);

    private static IHtmlContent Described(bool failed) =>
        failed ? new HtmlString("aria-invalid=\"true\" aria-describedby=\"refused\"") : Nothing;
}
