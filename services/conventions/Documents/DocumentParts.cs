using Reseau.Documents;

namespace Reseau.Conventions.Documents;

/// <summary>Says a convention in parts: who, clauses, terms, and the page on which parties see who must sign.</summary>
internal static class DocumentParts
{
    public static IEnumerable<DocumentPart> Of(ConventionText text) =>
        [.. Head(text), .. Parties(text), .. Clauses(text), .. Duration(text), .. Commitments(text), .. Steps(text), .. Financing(text), .. Referrals(text), .. Signatures(text)];

    private static IEnumerable<DocumentPart> Head(ConventionText text)
    {
        yield return new HeadingPart(1, text.Title);
        yield return new ParagraphPart([new(text.KindLabel, Bold: true)]);
        if (text.IsPreview) yield return new ParagraphPart([new("Projet : ce texte n’a pas été proposé à ses parties, et personne ne peut le signer.", Bold: true)]);
        if (text.Follows.Length > 0) yield return new ParagraphPart(text.Follows);
    }

    private static IEnumerable<DocumentPart> Parties(ConventionText text)
    {
        yield return new HeadingPart(2, "Entre");
        yield return new ListPart(null, [.. text.Parties.Select(party => (IReadOnlyList<DocumentPart>)[Party(party)])]);
    }

    private static ParagraphPart Party(TextParty party) => new(
    [
        new(party.DisplayName, Bold: true),
        new(Signatory(party) is { Length: > 0 } signatory ? $" ; signataire : {signatory}" : ""),
        new(party.Mandate.Length > 0 ? $" ; mandat : {party.Mandate}" : ""),
        new(party.Called.Length > 0 ? $" ; ci-après « {party.Called} »." : "."),
    ]);

    // No word here agrees with a name: nobody is asked whether it is a he or a she.
    private static string Signatory(TextParty party) => string.Join(", ", ((string[])[party.Signatory, party.Function]).Where(text => text.Length > 0));

    private static IEnumerable<DocumentPart> Clauses(ConventionText text) => text.Clauses.Index().SelectMany(clause =>
        ClauseMarkdown.Read(clause.Item.Markdown).Prepend(new HeadingPart(2, $"Article {clause.Index + 1} – {clause.Item.Title}")));

    private static IEnumerable<DocumentPart> Duration(ConventionText text)
    {
        if (text is { StartDate: null, EndDate: null, NoticeDays: 0 }) yield break;
        yield return new HeadingPart(2, "Durée");
        if (text is { StartDate: { } first, EndDate: { } last })
        {
            yield return new ParagraphPart($"La convention est en vigueur du {FrenchWords.Day(first)} au {FrenchWords.Day(last)} inclus, une fois signée par toutes les parties.");
        }
        else if (text.StartDate is { } start) yield return new ParagraphPart($"La convention est en vigueur à partir du {FrenchWords.Day(start)}.");
        else if (text.EndDate is { } end) yield return new ParagraphPart($"La convention est en vigueur jusqu’au {FrenchWords.Day(end)} inclus.");
        if (text.NoticeDays > 0)
        {
            yield return new ParagraphPart($"Une partie qui ne souhaite pas la poursuivre le dit aux autres au moins {FrenchWords.Whole(text.NoticeDays)} jours avant sa fin.");
        }
    }

    private static IEnumerable<DocumentPart> Commitments(ConventionText text)
    {
        if (text.Commitments.Count == 0) yield break;
        yield return new HeadingPart(2, "Engagements");
        yield return new TablePart(["Qui s’engage", "À quoi", "Échéance", "Référent"], text.Commitments.Select(promise => (string[])
        [
            promise.Party,
            promise.Text + (promise.Clause > 0 ? $" (article {promise.Clause})" : "") + (promise.IsCondition ? " – condition préalable" : ""),
            promise.Due is { } due ? FrenchWords.Day(due) : "–",
            promise.Referent.Length > 0 ? promise.Referent : "–",
        ]));
        if (text.Commitments.Any(promise => promise.IsCondition))
        {
            yield return new ParagraphPart("La convention est dite prête lorsque toutes les conditions préalables sont justifiées.");
        }
    }

    private static IEnumerable<DocumentPart> Steps(ConventionText text)
    {
        if (text.Steps.Count == 0) yield break;
        yield return new HeadingPart(2, "Étapes");
        yield return new ListPart(1, [.. text.Steps.Select(step => (IReadOnlyList<DocumentPart>)
            [new ParagraphPart(step.Planned is { } day ? $"{step.Label} (prévue le {FrenchWords.Day(day)})" : step.Label)])]);
    }

    private static IEnumerable<DocumentPart> Financing(ConventionText text)
    {
        if (text.Financing is not { } plan) yield break;
        yield return new HeadingPart(2, "Plan de financement");
        if (plan.Costs.Count > 0) yield return CostTable(plan);
        if (plan.Fundings.Count > 0) yield return FundingTable(plan);
    }

    private static TablePart CostTable(TextFinancing plan) => new(["Année", "Dépense", "Nombre", "Coût unitaire", "Total"],
    [
        .. plan.Costs.Select(cost => (string[])
            [$"{cost.Year}", cost.Label, FrenchWords.Whole(cost.Quantity), FrenchWords.Euros(cost.UnitCents), FrenchWords.Euros(checked(cost.Quantity * cost.UnitCents))]),
        ["Total", "", "", "", FrenchWords.Euros(plan.Costs.Sum(cost => checked(cost.Quantity * cost.UnitCents)))],
    ], 2, 3, 4);

    private static TablePart FundingTable(TextFinancing plan) => new(["Année", "Financeur", "Part", "Montant"],
    [
        .. plan.Fundings.Select(funding => (string[])
            [$"{funding.Year}", funding.Funder, funding.ShareBasisPoints > 0 ? FrenchWords.Share(funding.ShareBasisPoints) : "–", FrenchWords.Euros(funding.PlannedCents)]),
        ["Total", "", "", FrenchWords.Euros(plan.Fundings.Sum(funding => funding.PlannedCents))],
    ], 2, 3);

    private static IEnumerable<DocumentPart> Referrals(ConventionText text)
    {
        if (text.ReferralTerms.Count == 0) yield break;
        yield return new HeadingPart(2, "Orientations");
        foreach (var terms in text.ReferralTerms)
        {
            yield return new HeadingPart(3, $"De {terms.From} vers {terms.To}");
            yield return new ListPart(terms.Lines);
        }
    }

    private static IEnumerable<DocumentPart> Signatures(ConventionText text)
    {
        yield return new PageBreakPart();
        yield return new HeadingPart(2, "Signatures");
        yield return new ParagraphPart(text.InOrder
            ? "Les parties signent en ligne, l’une après l’autre, dans l’ordre de ce tableau."
            : "Les parties signent en ligne, dans l’ordre qu’elles veulent.");
        if (text.SignBefore is { } last) yield return new ParagraphPart($"Dernier jour pour signer : le {FrenchWords.Day(last)}.");
        yield return new TablePart(["Partie", "Signataire", "Qualité", "Mandat"], text.Parties.Select(party => (string[])
            [party.DisplayName, OrDash(party.Signatory), OrDash(party.Function), OrDash(party.Mandate)]));
        yield return new ParagraphPart($"Niveau de signature demandé, au sens du règlement (UE) n° 910/2014 : {SigningWords.Of(text.Level)}.");
        yield return new ParagraphPart(
            "Les signatures ne figurent pas sur cette page : elles sont données en ligne sur l’empreinte SHA-256 de ce fichier, et consignées dans le journal "
            + "de la convention, qui accompagne ce document dans son dossier de preuve. Ce document est authentique si son empreinte est celle du journal.");
    }

    private static string OrDash(string text) => text.Length > 0 ? text : "–";
}
