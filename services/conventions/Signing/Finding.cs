namespace Reseau.Conventions.Signing;

/// <summary>Something that a verification found.</summary>
/// <param name="Code">Stable name, one of <see cref="FindingCode"/>.</param>
/// <param name="IsAlert">Whether the evidence cannot be relied on as it is; otherwise it is good to know.</param>
/// <param name="Message">What it is, in French, for a lawyer.</param>
public sealed record Finding(FindingCode Code, bool IsAlert, string Message)
{
    internal static Finding Alert(FindingCode code, string message) => new(code, true, message);

    internal static Finding Note(FindingCode code, string message) => new(code, false, message);
}

/// <summary>What a verification may find. Names are stable: programs and letters quote them.</summary>
public enum FindingCode
{
    /// <summary>The file is no zip, or a broken one.</summary>
    NotAZip,

    /// <summary>The zip, or what comes out of it, is larger than any bundle.</summary>
    BundleTooLarge,

    /// <summary>A file that every bundle has is missing.</summary>
    BundleIncomplete,

    /// <summary>A file that no bundle has, or one twice.</summary>
    BundleUnexpectedFile,

    /// <summary>A file is not the one the manifest names.</summary>
    BundleAltered,

    /// <summary>The manifest is not as Réseau writes it, or says something else than the journal.</summary>
    ManifestAltered,

    /// <summary>A later version of Réseau wrote it.</summary>
    UnknownFormat,

    /// <summary>The report or the reading note is not the one that follows from the journal.</summary>
    ReportAltered,

    /// <summary>The report was written by an earlier version of Réseau, and was not compared.</summary>
    ReportNotCompared,

    /// <summary>The document is not the one that was signed.</summary>
    DocumentAltered,

    /// <summary>The journal cannot be read.</summary>
    JournalUnreadable,

    /// <summary>An entry of the journal was changed or replaced.</summary>
    JournalEntryAltered,

    /// <summary>An entry is missing.</summary>
    JournalEntryRemoved,

    /// <summary>An entry does not belong there.</summary>
    JournalEntryAdded,

    /// <summary>Entries are not in their order.</summary>
    JournalEntriesSwapped,

    /// <summary>The journal is not the one whose code is known.</summary>
    JournalRewritten,

    /// <summary>Something happened that could not happen then.</summary>
    JournalImpossible,

    /// <summary>An entry is older than the one before it.</summary>
    ClockWentBack,

    /// <summary>A party has not signed.</summary>
    SignatureMissing,

    /// <summary>A signature is on another document.</summary>
    SignedHashDiffers,

    /// <summary>A party signed before its turn.</summary>
    SignatureOutOfOrder,

    /// <summary>A party signed twice.</summary>
    SignatureRepeated,

    /// <summary>A party signed when it was too late.</summary>
    SignatureAfterLapse,

    /// <summary>A signature names no mandate.</summary>
    SignatureWithoutMandate,

    /// <summary>A signature names no person.</summary>
    SignatureWithoutSigner,

    /// <summary>Somebody signed who is no party.</summary>
    SignatureOfNoParty,

    /// <summary>A signature is below the level asked for.</summary>
    SignatureLevelTooLow,

    /// <summary>The person had not signed in just before, or only afterwards.</summary>
    SignInTooOld,

    /// <summary>The journal is the one whose code is known.</summary>
    CodeConfirmed,

    /// <summary>Nobody said which code is known.</summary>
    CodeToCompare,

    /// <summary>The zip is not as Réseau wrote it, its files are.</summary>
    Repacked,
}
