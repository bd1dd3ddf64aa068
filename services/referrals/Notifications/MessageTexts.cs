using System.Globalization;
using System.Resources;

namespace Reseau.Referrals.Notifications;

/// <summary>The French words of the messages, from Texts.resx: one subject and one sentence for each kind of news.</summary>
public static class MessageTexts
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly ResourceManager Texts = new("Reseau.Referrals.Notifications.Texts", typeof(MessageTexts).Assembly);

    /// <summary>The subject of a message about one piece of news.</summary>
    public static string SubjectOf(string news) => Get($"{news}.subject");

    /// <summary>What happened, as a sentence.</summary>
    public static string SentenceOf(string news) => Get($"{news}.sentence");

    /// <summary>A text of every message, by name.</summary>
    public static string Get(string name) => Texts.GetString(name, French) ?? throw new MissingManifestResourceException($"No French text for {name}.");

    /// <summary>The same with a value in it.</summary>
    public static string Get(string name, object value) => string.Format(French, Get(name), value);
}
