using System.Globalization;
using System.Resources;

namespace Reseau.Partners.Formats;

/// <summary>Reasons that only files give rise to, beside those of ContentMessages, and their French sentences. Reasons are public contract.</summary>
internal static class FileMessages
{
    public const string Unreadable = "UNREADABLE_FILE";
    public const string DuplicateId = "DUPLICATE_ID";
    public const string UnknownStructure = "UNKNOWN_STRUCTURE";
    public const string NotAllowed = "NOT_ALLOWED";
    public const string InstitutionArchived = "INSTITUTION_ARCHIVED";
    public const string InvalidRecord = "INVALID_RECORD";
    public const string TooManyCells = "TOO_MANY_CELLS";
    public const string WrongType = "WRONG_TYPE";
    public const string NotANumber = "NOT_A_NUMBER";
    public const string NotADate = "NOT_A_DATE";
    public const string PhoneRewritten = "PHONE_REWRITTEN";
    public const string UnknownCommune = "UNKNOWN_COMMUNE";
    public const string PostalCodeForInsee = "POSTAL_CODE_FOR_INSEE";
    public const string InseeForPostalCode = "INSEE_FOR_POSTAL_CODE";
    public const string HalfAPoint = "HALF_A_POINT";
    public const string NoService = "NO_SERVICE";
    public const string InconsistentPlace = "INCONSISTENT_PLACE";

    /// <summary>Why a file cannot be read: not reasons, but keys of sentences.</summary>
    public const string BrokenEncoding = "unreadable.encoding";
    public const string BrokenJson = "unreadable.json";
    public const string WrongFormat = "unreadable.format";
    public const string MissingColumns = "unreadable.columns";
    public const string OpenQuote = "unreadable.quote";
    public const string HugeRecord = "unreadable.huge";

    private static readonly ResourceManager French = new(typeof(FileMessages));

    public static string Sentence(string reason) => French.GetString(reason, CultureInfo.InvariantCulture) ?? reason;
}
