using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Reseau.Referrals.Notifications;

/// <summary>A message as an e-mail: text and HTML, in UTF-8, marked as written by a program.</summary>
internal static class MailComposer
{
    /// <summary>The e-mail; the caller disposes of it.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="from">Address of the sender.</param>
    /// <param name="host">What makes its id one of ours.</param>
    public static MailMessage Compose(OutgoingMessage message, string from, string host)
    {
        var mail = new MailMessage(new MailAddress(from, "Réseau", Encoding.UTF8), new MailAddress(message.Address))
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        // The same however often it is sent: mail servers and readers recognise a repeat by it.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{host}>");
        // So that absence assistants do not answer (RFC 3834).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        // A page to decide on, not an address that unsubscribes: mail scanners open every link.
        mail.Headers.Add("List-Unsubscribe", $"<{message.PreferencesUrl}>");
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return mail;
    }
}
