using Reseau.Conventions.Documents;
using Reseau.Conventions.Domain;
using Reseau.Kernel.Vocabularies;

namespace Reseau.Conventions.Rpc;

/// <summary>A convention in the words of its document: keys and ids become names, numbers of articles and French sentences.</summary>
internal static class DocumentText
{
    private static readonly Dictionary<string, string> FieldLabels = new(StringComparer.Ordinal)
    {
        ["identity"] = "identité", ["contact"] = "coordonnées", ["commune"] = "commune", ["birth-year"] = "année de naissance", ["need"] = "besoin", ["attachments"] = "documents joints",
    };

    /// <summary>The text of a convention.</summary>
    /// <param name="convention">What it amends or renews, and its name.</param>
    /// <param name="content">What it says.</param>
    /// <param name="version">Version of what it says.</param>
    /// <param name="signBefore">Last day to sign; null of a preview, which nobody signs.</param>
    public static ConventionText Of(Convention convention, ConventionContent content, int version, DateOnly? signBefore)
    {
        var numbers = content.Clauses.Select((clause, i) => (clause.Key, Number: i + 1)).ToDictionary(clause => clause.Key, clause => clause.Number, StringComparer.Ordinal);
        return new()
        {
            Name = convention.Name,
            Version = version,
            IsPreview = signBefore is null,
            Title = content.Title,
            KindLabel = KindLabel(content.Kind),
            Follows = convention.Supersedes is not { } followed ? "" : convention.Renewal ? $"Renouvellement de la convention {followed}." : $"Avenant à la convention {followed}.",
            Parties = [.. content.Parties.Select(party => new TextParty(Codes.Institution(party.Institution), party.DisplayName, party.Called, party.Signatory, party.Function, party.Mandate))],
            Clauses = [.. Clauses.Resolve(content).Select(clause => new TextClause(clause.Key, clause.Title, clause.Text))],
            StartDate = content.StartDate,
            EndDate = content.EndDate,
            NoticeDays = content.NoticeDays,
            Commitments = [.. content.Commitments.Select(commitment => new TextCommitment(
                Called(content, commitment.Institution), commitment.Text, commitment.DueDate, commitment.Condition, commitment.Referent, numbers.GetValueOrDefault(commitment.Clause)))],
            Steps = [.. content.Steps.Select(step => new TextStep(step.Label, step.PlannedDate))],
            Financing = content.Financing is not { } plan ? null : new(
                [.. plan.Costs.Select(cost => new TextCost(cost.Year, cost.Label, cost.Quantity, cost.UnitCents))],
                [.. plan.Fundings.Select(funding => new TextFunding(funding.Year, funding.Funder, funding.PlannedCents, funding.ShareBasisPoints))]),
            ReferralTerms = [.. content.ReferralTerms.Select(terms => new TextReferralTerms(Called(content, terms.From), Called(content, terms.To), [.. Lines(terms, numbers)]))],
            InOrder = content.SigningOrder == SigningOrder.Sequential,
            Level = (Signing.SignatureLevel)content.SignatureLevel,
            SignBefore = signBefore,
        };
    }

    /// <summary>What it is for, in French.</summary>
    public static string KindLabel(ConventionKind kind) => kind switch
    {
        ConventionKind.Engagement => "Convention d’engagement",
        ConventionKind.Hosting => "Convention d’accueil",
        ConventionKind.Partnership => "Convention de partenariat",
        _ => "Protocole d’orientation",
    };

    private static string Called(ConventionContent content, string institution) => content.PartyOf(institution) switch
    {
        { Called.Length: > 0 } party => party.Called,
        { DisplayName.Length: > 0 } party => party.DisplayName,
        _ => institution,
    };

    private static IEnumerable<string> Lines(ReferralTerms terms, Dictionary<string, int> numbers)
    {
        yield return $"Prévu à l’article {numbers.GetValueOrDefault(terms.Clause)}.";
        yield return terms.Themes.Count == 0 ? "Tous les thèmes." : $"Thèmes : {string.Join(", ", terms.Themes.Select(theme => Vocabulary.Themes.LabelOf(theme)))}.";
        if (terms.Services.Count > 0) yield return $"Services : {string.Join(", ", terms.Services)}.";
        if (terms.Fields.Count > 0) yield return $"Données transmises : {string.Join(", ", terms.Fields.Select(field => FieldLabels[field]))}.";
        if (terms.AcknowledgeDays > 0) yield return $"Accusé de réception : {Days(terms.AcknowledgeDays)}.";
        if (terms.DecideDays > 0) yield return $"Décision : {Days(terms.DecideDays)}.";
        if (terms.EscalateDays > 0) yield return $"Suppléant prévenu : {Days(terms.EscalateDays)}.";
        if (terms.MonthlyCapacity > 0) yield return $"Au plus {terms.MonthlyCapacity} orientations par mois.";
        if (terms.RequiredHabilitations.Count > 0) yield return $"Habilitations exigées : {string.Join(", ", terms.RequiredHabilitations)}.";
    }

    private static string Days(int days) => days == 1 ? "un jour ouvré" : $"{days} jours ouvrés";
}
