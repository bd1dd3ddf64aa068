using System.Net;
using System.Text;
using Reseau.Kernel.Vocabularies;

namespace Reseau.Referrals.Notifications;

/// <summary>
/// Writes a message: what happened, which service, which theme, and where to read the rest after signing in. It knows nothing of the
/// person who is referred, so that no setting, template or mistake can tell it. Links only show; whatever they lead to is decided there.
/// </summary>
public static class MessageWriter
{
    /// <summary>The message of one delivery.</summary>
    /// <param name="id">Id of the delivery.</param>
    /// <param name="channel">By which way.</param>
    /// <param name="wants">The person's preferences.</param>
    /// <param name="items">The news, oldest first; one at least.</param>
    /// <param name="portalUrl">Public address of the portal.</param>
    public static OutgoingMessage Write(string id, NotificationChannel channel, Preferences wants, IReadOnlyList<DeliveryItemRow> items, string portalUrl)
    {
        var portal = portalUrl.TrimEnd('/');
        var news = items.Select(item => new OutgoingNews(item.Text, item.Referral, item.ServiceDisplayName, item.Theme, LinkOf(portal, item.Referral), item.OccurredAt)).ToList();
        var preferences = $"{portal}/mes-notifications";
        var one = news.Count == 1 ? news[0] : null;
        return new(
            id,
            wants.AddressFor(channel),
            channel == NotificationChannel.Webhook ? wants.WebhookSecret : "",
            one is null ? MessageTexts.Get("several.subject", news.Count) : MessageTexts.SubjectOf(one.Type),
            one is null ? $"{MessageTexts.Get("several.short", news.Count)} {portal}/" : $"{MessageTexts.SubjectOf(one.Type)}. {one.Link}",
            Text(news, preferences),
            Html(news, preferences),
            news,
            preferences);
    }

    private static string LinkOf(string portal, string referral) => $"{portal}/orientations/{referral["referrals/".Length..]}";

    private static string Text(List<OutgoingNews> news, string preferences)
    {
        var text = new StringBuilder(MessageTexts.Get("hello")).Append("\r\n\r\n");
        foreach (var one in news)
        {
            text.Append(MessageTexts.SentenceOf(one.Type)).Append("\r\n");
            foreach (var (name, value) in Facts(one)) text.Append(name).Append(" : ").Append(value).Append("\r\n");
            text.Append(one.Link).Append("\r\n\r\n");
        }
        return text.Append(MessageTexts.Get("signature")).Append("\r\n").Append(MessageTexts.Get("preferences")).Append(" : ").Append(preferences).Append("\r\n").ToString();
    }

    private static string Html(List<OutgoingNews> news, string preferences)
    {
        var html = new StringBuilder("<!DOCTYPE html>\r\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Réseau</title></head><body>\r\n<p>")
            .Append(Encode(MessageTexts.Get("hello"))).Append("</p>\r\n<ul>\r\n");
        foreach (var one in news)
        {
            html.Append("<li><p><a href=\"").Append(Encode(one.Link)).Append("\">").Append(Encode(MessageTexts.SentenceOf(one.Type))).Append("</a></p>\r\n");
            foreach (var (name, value) in Facts(one)) html.Append("<p>").Append(Encode(name)).Append(" : ").Append(Encode(value)).Append("</p>\r\n");
            html.Append("</li>\r\n");
        }
        return html.Append("</ul>\r\n<p>").Append(Encode(MessageTexts.Get("signature"))).Append("</p>\r\n<p><a href=\"").Append(Encode(preferences)).Append("\">")
            .Append(Encode(MessageTexts.Get("preferences"))).Append("</a></p>\r\n</body></html>\r\n").ToString();
    }

    private static IEnumerable<(string Name, string Value)> Facts(OutgoingNews one)
    {
        if (one.Service.Length > 0) yield return (MessageTexts.Get("service"), one.Service);
        if (one.Theme.Length > 0) yield return (MessageTexts.Get("theme"), Vocabulary.Themes.LabelOf(one.Theme));
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
