namespace Reseau.Gateway.Portal.Forms;

/// <summary>The coded reasons of a refusal, those of Réseau's own first because they tell the sender most.</summary>
public static class DeclineReasons
{
    public static readonly IReadOnlyList<string> All =
    [
        "hors-périmètre", "hors-territoire", "dossier-incomplet", "plus-de-place",
        "bénéficiaire-non-éligible", "bénéficiaire-non-joignable", "bénéficiaire-absent", "bénéficiaire-non-intéressé",
        "bénéficiaire-non-mobile", "bénéficiaire-en-emploi", "bénéficiaire-en-formation", "freins-périphériques",
        "session-complète", "orientation-en-doublon", "autre",
    ];
}
