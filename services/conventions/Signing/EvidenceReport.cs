using Reseau.Conventions.Documents;
using Reseau.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>
/// The report that goes with the evidence, for somebody who knows law and no computing. It says what the journal says and nothing more:
/// the same journal is the same report, so that a verifier can write it anew and compare.
/// </summary>
internal static class EvidenceReport
{
    public static IReadOnlyList<DocumentPart> Of(Journal journal) =>
        [new HeadingPart(1, TitleOf(journal)), .. Account(journal), .. ByHand(journal, JournalReplay.Of(journal)), .. Worth()];

    public static string TitleOf(Journal journal) => $"Rapport de preuve : {JournalReplay.Of(journal).Terms?.Title}";

    /// <summary>What the journal says, true or not.</summary>
    public static IReadOnlyList<DocumentPart> Account(Journal journal)
    {
        var replay = JournalReplay.Of(journal);
        return [.. Subject(journal, replay), .. Signatures(replay), .. Course(journal, replay)];
    }

    /// <summary>What evidence without anomaly is worth.</summary>
    public static IReadOnlyList<DocumentPart> Worth() =>
    [
        new HeadingPart(2, "Ce que ce dossier montre"),
        new ListPart(
        [
            "Le fichier document.pdf est, à l’octet près, celui dont l’empreinte est dans le journal.",
            "Aucune écriture du journal n’a été changée, retirée, ajoutée ou déplacée sans que le code de vérification change.",
            "Pour chaque signature : au nom de qui, par quelle personne, en quelle qualité, selon quel mandat, quand, et comment la personne s’est identifiée juste avant.",
        ]),
        new HeadingPart(2, "Ce qu’il ne montre pas"),
        new ListPart(
        [
            "L’heure est celle du serveur de Réseau. Ce n’est pas un horodatage qualifié (règlement (UE) n° 910/2014, article 41) : un tiers ne l’atteste pas.",
            "Une signature simple ne peut être refusée comme preuve au seul motif qu’elle est électronique ou qu’elle n’est pas qualifiée (même règlement, article 25). "
            + "Sa fiabilité n’est pas présumée pour autant : en France, elle ne l’est que pour une signature qualifiée (code civil, article 1367 ; décret n° 2017-1416). Qui s’en prévaut doit la prouver ; ce dossier y aide.",
            "L’identité est celle que le fournisseur d’identité a donnée. Ce dossier ne dit pas comment il l’a vérifiée, ni si le mandat déclaré existe.",
            "Qui tient le serveur pourrait écrire un autre journal, entier et cohérent. Seule la comparaison du code de vérification avec celui qu’une partie a conservé le révèle.",
        ]),
    ];

    private static IEnumerable<DocumentPart> Subject(Journal journal, JournalReplay replay) =>
    [
        new ParagraphPart($"{replay.Terms?.KindLabel}, {journal.Convention}, version {replay.Version}."),
        new ParagraphPart(replay.Missing.Count == 0 ? "Selon le journal, toutes les parties ont signé cette version." : $"Selon le journal, cette version n’est pas signée par toutes ses parties : il manque {ReportWords.Names(replay.Missing)}."),
        new ParagraphPart($"Empreinte SHA-256 du document proposé à la signature, que le fichier document.pdf doit avoir : {replay.DocumentSha256}"),
        new ParagraphPart([new("Code de vérification de la convention : ", Bold: true), new(ReportWords.Groups(journal.Code))]),
        new ParagraphPart("Ce code résume tout le journal. Il change à chaque écriture. Une partie qui l’a noté, ou qui a gardé un dossier plus ancien, peut voir si le journal a été réécrit depuis."),
    ];

    private static IEnumerable<DocumentPart> Signatures(JournalReplay replay)
    {
        yield return new HeadingPart(2, "Signatures");
        if (replay.Terms is not { } terms) yield break;
        yield return new TablePart(["Partie", "Signataire", "Qualité et mandat", "Date", "Niveau et moyen"], terms.Parties.Select(party => Row(party, replay)));
        yield return new ParagraphPart($"Ordre demandé : {(terms.InOrder ? "l’une après l’autre, dans cet ordre" : "quelconque")}. Il fallait signer avant le {ReportWords.Time(terms.SignableUntil)}.");
    }

    private static string[] Row(JournalParty party, JournalReplay replay) =>
        replay.Signatures.FirstOrDefault(signature => signature.Fact.Institution == party.Institution)?.Fact is not { } fact
            ? [party.Name, "n’a pas signé", "–", "–", "–"]
            :
            [
                party.Name, $"{fact.Signer?.Name} (identifiant {fact.Signer?.Subject})", Joined(" ; ", fact.Function, fact.Mandate), ReportWords.Time(fact.OccurredAt),
                $"{SigningWords.Of(fact.Level ?? SignatureLevel.Simple)} ; {ReportWords.Method(fact.Method)}{(fact.SignedInAt is { } time ? $" ({ReportWords.Time(time)})" : "")}",
            ];

    private static IEnumerable<DocumentPart> Course(Journal journal, JournalReplay replay) =>
    [
        new HeadingPart(2, "Journal"),
        new TablePart(["N°", "Date", "Ce qui s’est passé", "Par", "Version"], journal.Entries.Select(entry => (string[])
        [
            $"{entry.Number}", ReportWords.Time(entry.Fact.OccurredAt), ReportWords.Of(entry.Fact.Event) + (entry.Fact.Reason.Length > 0 ? $" ({entry.Fact.Reason})" : ""),
            By(entry.Fact, replay), $"{entry.Fact.Version}",
        ])),
    ];

    private static string By(JournalFact fact, JournalReplay replay) => Joined(", ", fact.Signer?.Name ?? "",
        replay.Terms?.Parties.FirstOrDefault(party => party.Institution == fact.Institution)?.Name ?? fact.Institution);

    private static string Joined(string joint, params string[] texts) => string.Join(joint, texts.Where(text => !string.IsNullOrWhiteSpace(text))) is { Length: > 0 } joined ? joined : "–";

    private static IEnumerable<DocumentPart> ByHand(Journal journal, JournalReplay replay) =>
    [
        new HeadingPart(2, "Vérifier soi-même"),
        new ListPart(
        [
            $"Calculer l’empreinte SHA-256 du fichier document.pdf : elle doit être {replay.DocumentSha256}.",
            $"Comparer le code de vérification ({ReportWords.Groups(journal.Code)}) avec celui qu’une partie a noté, ou avec celui d’un dossier plus ancien de la même convention.",
            "Faire vérifier le dossier entier par le vérificateur de Réseau, hors ligne. Le fichier LISEZMOI.txt dit comment, et comment s’en passer.",
        ]),
    ];
}
