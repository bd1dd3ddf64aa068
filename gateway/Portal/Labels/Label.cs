using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Reseau.Kernel.Vocabularies;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>
/// The French words of the screens: those of the national vocabularies, and the portal's own from the resource files beside this class.
/// A code that has none is shown as it is: a vocabulary may grow before the portal does, and a page must not fail for that.
/// </summary>
public static class Label
{
    private static readonly FrozenDictionary<string, TermSet<Term>> Vocabularies = new Dictionary<string, TermSet<Term>>
    {
        ["type"] = Vocabulary.ServiceTypes,
        ["fees"] = Vocabulary.Fees,
        ["reception"] = Vocabulary.ReceptionModes,
        ["mobilisation"] = Vocabulary.MobilisationModes,
        ["mobilisable-by"] = Vocabulary.MobilisableBy,
        ["accessibility"] = Vocabulary.Accessibility,
        ["typology"] = Vocabulary.Typologies,
        ["networks"] = Vocabulary.Networks,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Directory = Read("Directory");
    private static readonly FrozenDictionary<string, string> Referrals = Read("Referrals");
    private static readonly FrozenDictionary<string, string> Conventions = Read("Conventions");
    private static readonly FrozenDictionary<string, string> Training = Read("Training");
    private static readonly FrozenDictionary<string, string> Messages = Read("Messages");
    private static readonly FrozenDictionary<string, string> Notifications = Read("Notifications");
    private static readonly FrozenDictionary<string, string> Professionals = Read("Professionals");
    private static readonly FrozenDictionary<string, string> Needs = Read("Needs");

    /// <summary>Families of themes with their themes, both as codes, in alphabetical order of their labels.</summary>
    public static IReadOnlyList<(string Family, IReadOnlyList<string> Themes)> ThemeTree { get; } =
        [.. Sorted(Vocabulary.ThemeFamilies).Select(family => (family.Code, ThemesOf(family.Code)))];

    public static IReadOnlyList<string> PublicCodes { get; } = [.. Sorted(Vocabulary.Publics).Select(term => term.Code)];

    /// <summary>Codes of languages, in alphabetical order of their names.</summary>
    public static IReadOnlyList<string> LanguageCodes { get; } = [.. Sorted(Vocabulary.Languages).Select(term => term.Code)];

    /// <summary>A theme, or a family of themes.</summary>
    public static string Theme(string code) => Vocabulary.Themes.Find(code)?.Label ?? Vocabulary.ThemeFamilies.LabelOf(code);

    public static string Public(string code) => Vocabulary.Publics.LabelOf(code);

    /// <summary>A language, by its ISO 639-1 code.</summary>
    public static string Language(string code) => Vocabulary.Languages.LabelOf(code);

    /// <summary>
    /// A word of the directory; <paramref name="vocabulary"/> is one of type, fees, reception, mobilisation, mobilisable-by, accessibility,
    /// typology, networks or, for enumerations of the contract, service-state, capacity, evidence, format, import-state.
    /// </summary>
    public static string OfService(string vocabulary, string code) =>
        Vocabularies.TryGetValue(vocabulary, out var terms) ? terms.LabelOf(code) : Or(Directory, $"{vocabulary}.{code}", code);

    /// <summary>The codes of one of these vocabularies with their words, in alphabetical order.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(string vocabulary) => Vocabularies.TryGetValue(vocabulary, out var terms)
        ? [.. Sorted(terms).Select(term => (term.Code, term.Label))]
        :
        [
            .. Directory.Where(entry => entry.Key.StartsWith(vocabulary + ".", StringComparison.Ordinal))
                .Select(entry => (Value: entry.Key[(vocabulary.Length + 1)..], Text: entry.Value))
                .OrderBy(choice => choice.Text, French.Order),
        ];

    /// <summary>A word about notifications; <paramref name="vocabulary"/> is Kind, Pace, Channel, State or Error.</summary>
    public static string OfNotification<T>(string vocabulary, T code) where T : notnull => Or(Notifications, $"{vocabulary}.{code}", code.ToString() ?? "");

    /// <summary>
    /// A word about conventions; <paramref name="vocabulary"/> is one of state, meaning, kind, template-state, event, level, order, body, fate, standing,
    /// validity, mode. A code without a word is shown as it is, or as <paramref name="otherwise"/>.
    /// </summary>
    public static string OfConvention<T>(string vocabulary, T code, string? otherwise = null) where T : notnull =>
        Or(Conventions, $"{vocabulary}.{code}", otherwise ?? code.ToString() ?? "");

    /// <summary>A word about professionals, plans and what is counted of them; <paramref name="vocabulary"/> is one of function, level, plan, plan-meaning.</summary>
    public static string OfProfessional<T>(string vocabulary, T code) where T : notnull => Or(Professionals, $"{vocabulary}.{code}", code.ToString() ?? "");

    /// <summary>
    /// A word about courses and sessions; <paramref name="vocabulary"/> is one of modality, course-state, course-meaning, session-state, session-meaning,
    /// enrolment-state, enrolment-meaning, presence, method, note, audience.
    /// </summary>
    public static string OfTraining<T>(string vocabulary, T code) where T : notnull => Or(Training, $"{vocabulary}.{code}", code.ToString() ?? "");

    /// <summary>A word about needs of training and campaigns; <paramref name="vocabulary"/> is one of need, need-meaning, urgency, signal, campaign, campaign-meaning, kind.</summary>
    public static string OfNeed<T>(string vocabulary, T code) where T : notnull => Or(Needs, $"{vocabulary}.{code}", code.ToString() ?? "");

    /// <summary>Coded reason of a refusal.</summary>
    public static string Reason(string code) => Or(Referrals, "reason." + code, code);

    /// <summary>What consent allows to share.</summary>
    public static string Shared(string code) => Or(Referrals, "shared." + code, code);

    /// <summary>The name of the person, or why nobody is named any more.</summary>
    public static string Person(Referral referral) => referral switch
    {
        { Consent.WithdrawnTime: not null } => Referrals["person.withdrawn"],
        { ErasedTime: not null } => Referrals["person.erased"],
        _ => $"{referral.Beneficiary?.GivenName} {referral.Beneficiary?.FamilyName}",
    };

    /// <summary>What happened, in a timeline; the state it led to when the event has no words of its own.</summary>
    public static string Event(TimelineEntry entry) =>
        Referrals.GetValueOrDefault("reminder." + entry.Reminder) ?? Referrals.GetValueOrDefault("event." + entry.Type, Of(entry.State));

    /// <summary>What has just been done, as a sentence; null for anything unknown, because the word comes from the address.</summary>
    public static string? Done(string? deed) => deed is null ? null : Referrals.GetValueOrDefault("done." + deed) ?? Directory.GetValueOrDefault("done." + deed)
        ?? Conventions.GetValueOrDefault("done." + deed) ?? Training.GetValueOrDefault("done." + deed) ?? Professionals.GetValueOrDefault("done." + deed)
        ?? Needs.GetValueOrDefault("done." + deed);

    /// <summary>A sentence about a problem, by reason.</summary>
    public static string Message(string reason) => Or(Messages, reason, Messages["INTERNAL"]);

    /// <summary>Whether a reason has a sentence of the portal's own.</summary>
    public static bool HasMessage(string reason) => Messages.ContainsKey(reason);

    /// <summary>A value of an enumeration of the contracts.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Or(Referrals, $"{typeof(TEnum).Name}.{value}", value.ToString());

    /// <summary>What a state means for the person who reads it.</summary>
    public static string Meaning<TEnum>(TEnum state) where TEnum : struct, Enum => Or(Referrals, $"StateMeaning.{state}", "");

    private static string[] ThemesOf(string family) =>
        [.. Sorted(Vocabulary.Themes).Where(theme => theme.Family == family).Select(theme => theme.Code)];

    private static IOrderedEnumerable<T> Sorted<T>(TermSet<T> terms)
        where T : Term => terms.OrderBy(term => term.Label, French.Order);

    private static string Or(FrozenDictionary<string, string> labels, string key, string otherwise) => labels.GetValueOrDefault(key, otherwise);

    private static FrozenDictionary<string, string> Read(string file)
    {
        var resources = new ResourceManager($"{typeof(Label).Namespace}.{file}", typeof(Label).Assembly);
        var entries = resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!;
        return entries.Cast<System.Collections.DictionaryEntry>()
            .ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }
}
