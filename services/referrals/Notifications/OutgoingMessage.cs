namespace Reseau.Referrals.Notifications;

/// <summary>A message as a channel hands it over.</summary>
/// <param name="Id">Stable id: a repeat carries the same.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Secret">Key of the signature, for a webhook.</param>
/// <param name="Subject">At most 78 characters, nothing of a person.</param>
/// <param name="Brief">For an SMS.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="News">The same for programs.</param>
/// <param name="PreferencesUrl">Where the person changes what they are sent.</param>
public sealed record OutgoingMessage(
    string Id, string Address, string Secret, string Subject, string Brief, string Text, string Html, IReadOnlyList<OutgoingNews> News, string PreferencesUrl);

/// <summary>One piece of news, for programs.</summary>
/// <param name="Type">Which kind of event, e.g. <c>accepted</c>.</param>
/// <param name="Referral"><c>referrals/{referral}</c>.</param>
/// <param name="Service">Name of the service.</param>
/// <param name="Theme">data.inclusion theme.</param>
/// <param name="Link">Page of the referral.</param>
/// <param name="Time">When it happened.</param>
public sealed record OutgoingNews(string Type, string Referral, string Service, string Theme, string Link, DateTimeOffset Time);
