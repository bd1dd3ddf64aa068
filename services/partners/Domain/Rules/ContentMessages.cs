using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Reseau.Kernel;

namespace Reseau.Partners.Domain;

/// <summary>
/// The reasons of <see cref="ContentRules"/> and their sentences: English here for developers, French in <c>ContentMessages.resx</c> for
/// people. Reasons are public contract. A sentence never repeats what was typed: it could hold personal data.
/// </summary>
public static class ContentMessages
{
    public const string Required = "REQUIRED";
    public const string TooShort = "TOO_SHORT";
    public const string TooLong = "TOO_LONG";
    public const string ContainsNir = "CONTAINS_NIR";
    public const string OutOfRange = "OUT_OF_RANGE";
    public const string UnknownValue = "UNKNOWN_VALUE";
    public const string Repeated = "REPEATED_VALUE";
    public const string InvalidId = "INVALID_ID";
    public const string InvalidSiret = "INVALID_SIRET";
    public const string SiretChecksum = "SIRET_CHECKSUM";
    public const string InvalidPostalCode = "INVALID_POSTAL_CODE";
    public const string InvalidInsee = "INVALID_INSEE_CODE";
    public const string InvalidZone = "INVALID_ZONE";
    public const string CoordinatesOutOfRange = "COORDINATES_OUT_OF_RANGE";
    public const string CoordinatesSwapped = "COORDINATES_SWAPPED";
    public const string OutsideFrance = "OUTSIDE_FRANCE";
    public const string InvalidPhone = "INVALID_PHONE";
    public const string InvalidEmail = "INVALID_EMAIL";
    public const string InvalidUrl = "INVALID_URL";
    public const string InvalidHours = "INVALID_HOURS";
    public const string EndsBeforeStart = "ENDS_BEFORE_START";

    private static readonly ResourceManager French = new(typeof(ContentMessages));

    private static readonly FrozenDictionary<string, string> English = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Required] = "is required.",
        [TooShort] = "must have at least {0} characters.",
        [TooLong] = "must have at most {0} characters.",
        [ContainsNir] = "contains a social security number.",
        [OutOfRange] = "must be between {0} and {1}.",
        [UnknownValue] = "is not in the vocabulary.",
        [Repeated] = "appears twice.",
        [InvalidId] = "must be 2 to 200 visible characters without spaces.",
        [InvalidSiret] = "must be 14 digits.",
        [SiretChecksum] = "is not a SIRET: its check digit does not fit.",
        [InvalidPostalCode] = "must be 5 digits.",
        [InvalidInsee] = "must be an INSEE commune code: 5 digits, or 2A or 2B and 3 digits.",
        [InvalidZone] = "is not the code of a commune, an EPCI, a département, a région or a country.",
        [CoordinatesOutOfRange] = "latitude must be within -90 and 90, longitude within -180 and 180.",
        [CoordinatesSwapped] = "falls outside France; latitude and longitude look swapped.",
        [OutsideFrance] = "falls outside France.",
        [InvalidPhone] = "must be a French number of 10 digits, an international number starting with +, or a short number.",
        [InvalidEmail] = "must look like name@domain.",
        [InvalidUrl] = "must be an http or https address.",
        [InvalidHours] = "is not in the opening_hours notation of OpenStreetMap.",
        [EndsBeforeStart] = "ends before it starts.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<string> Reasons => English.Keys;

    /// <summary>The violation of <paramref name="field"/>, in both languages. A list's item is named <c>themes[2]</c>.</summary>
    public static Violation Violation(string field, string reason, params object[] details)
    {
        var label = French.GetString($"field.{field.Split('[')[0]}", CultureInfo.InvariantCulture) ?? field;
        var sentence = French.GetString(reason, CultureInfo.InvariantCulture) ?? reason;
        return new(
            field,
            reason,
            $"{field} {string.Format(CultureInfo.InvariantCulture, English[reason], details)}",
            $"{label} : {string.Format(CultureInfo.InvariantCulture, sentence, details)}");
    }
}
