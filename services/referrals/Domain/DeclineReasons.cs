using System.Collections.Frozen;

namespace Reseau.Referrals.Domain;

/// <summary>Why a referral may be refused: DORA's eleven reasons, then four that partners asked for. Accents are part of the codes (NFC).</summary>
public static class DeclineReasons
{
    /// <summary>The one that needs a message.</summary>
    public const string Other = "autre";

    /// <summary>All of them, in the order of the screens.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "bénéficiaire-non-joignable", "bénéficiaire-absent", "bénéficiaire-en-emploi", "bénéficiaire-en-formation",
        "bénéficiaire-non-éligible", "bénéficiaire-non-mobile", "bénéficiaire-non-intéressé", "freins-périphériques",
        "session-complète", "orientation-en-doublon", Other,
        "hors-périmètre", "hors-territoire", "dossier-incomplet", "plus-de-place",
    ];

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a code is one of them.</summary>
    public static bool IsKnown(string code) => Known.Contains(code);
}
