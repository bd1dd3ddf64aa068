using Reseau.Conventions.Domain;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>What the content of a convention must look like. Everything is checked, then answered at once; money and terms are in <see cref="TermRules"/>.</summary>
internal static class ContentRules
{
    private const int MostParties = 20;
    private const int MostCommitments = 100;
    private const int MostSteps = 20;
    private const int MostValues = 100;
    private const int MostYears = 10;
    private const int LongestNotice = 3660;
    private const int NameLength = 200;
    private const int CalledLength = 100;
    private const int MandateLength = 300;
    private const int ValueLength = 2000;
    private const int PromiseLength = 500;

    /// <summary>Reads a content.</summary>
    /// <param name="content">As it came.</param>
    /// <param name="violations">What is wrong.</param>
    /// <param name="begins">Whether it begins a convention: then a template may say what is missing.</param>
    public static ConventionContent Read(Contract.Content content, Violations violations, bool begins)
    {
        var fromTemplate = begins && content.Template.Length > 0;
        var (start, end) = Period(content, violations);
        Lists(content, violations);
        if (content.NoticeDays is < 0 or > LongestNotice) violations.Add("content.notice_days", "OUT_OF_RANGE", "The notice is not possible.", "Indiquez un préavis en jours, au plus dix ans.");
        return new()
        {
            Title = fromTemplate ? violations.Optional("content.title", content.Title, TextRules.LineLength) : violations.Required("content.title", content.Title, TextRules.LineLength),
            Kind = fromTemplate && content.Kind == Contract.ConventionKind.Unspecified ? default : FieldRules.Value<Contract.ConventionKind, ConventionKind>(content.Kind, "content.kind", violations),
            Template = content.Template.Length == 0 ? "" : ResourceName.Parse(content.Template, "templates", "content.template", violations).ToString(),
            Parties = [.. content.Parties.Select((party, i) => Read(party, $"content.parties[{i}]", violations))],
            SigningOrder = (SigningOrder)Math.Max((int)SigningOrder.Parallel, Known(content.SigningOrder, "content.signing_order", violations)),
            Clauses = TextRules.Clauses(content.Clauses, "content.clauses", required: !fromTemplate, violations),
            Variables = TextRules.Variables(content.Variables, "content.variables", violations),
            Values = [.. content.Values.Select((value, i) => new VariableValue(value.Key, violations.FreeText($"content.values[{i}].value", value.Value_, ValueLength)))],
            StartDate = start,
            EndDate = end,
            NoticeDays = content.NoticeDays,
            Commitments = [.. content.Commitments.Select((commitment, i) => Read(commitment, $"content.commitments[{i}]", violations))],
            Steps = [.. content.Steps.Select((step, i) => Read(step, $"content.steps[{i}]", violations))],
            Financing = content.Financing is null ? null : TermRules.Read(content.Financing, violations),
            ReferralTerms = [.. content.ReferralTerms.Select((terms, i) => TermRules.Read(terms, $"content.referral_terms[{i}]", violations))],
            SignatureLevel = (SignatureLevel)Math.Max((int)SignatureLevel.Simple, Known(content.SignatureLevel, "content.signature_level", violations)),
            SignBefore = violations.Day("content.sign_before", content.SignBefore),
        };
    }

    /// <summary>What can only be checked once the template has said what was missing: values against their variables, references against clauses.</summary>
    public static void CheckReferences(ConventionContent content, Violations violations)
    {
        foreach (var (value, i) in content.Values.Select((value, i) => (value, i)).Where(line => line.value.Value.Length > 0))
        {
            if (content.Variables.FirstOrDefault(variable => variable.Key == value.Key) is not { } variable)
                violations.Add($"content.values[{i}].key", "UNKNOWN_VALUE", "No variable has this key.", "Cette variable n'est pas dans le texte.");
            else if (!Clauses.Fits(variable, value.Value))
                violations.Add($"content.values[{i}].value", "NOT_OF_ITS_TYPE", $"The value of {variable.Key} is not a {variable.Type}.", "Cette réponse n'est pas de la forme attendue : relisez la question.");
        }
        var clauses = content.Clauses.Select(clause => clause.Key).Append("").ToHashSet(StringComparer.Ordinal);
        foreach (var (commitment, i) in content.Commitments.Select((commitment, i) => (commitment, i)).Where(line => !clauses.Contains(line.commitment.Clause)))
            violations.Add($"content.commitments[{i}].clause", "UNKNOWN_VALUE", $"No clause has the key {commitment.Clause}.", "Cet article n'est pas dans le texte.");
        foreach (var (terms, i) in content.ReferralTerms.Select((terms, i) => (terms, i)).Where(line => !clauses.Contains(line.terms.Clause)))
            violations.Add($"content.referral_terms[{i}].clause", "UNKNOWN_VALUE", $"No clause has the key {terms.Clause}.", "Cet article n'est pas dans le texte.");
    }

    /// <summary>An institution's id from its resource name.</summary>
    public static string Institution(string name, string field, Violations violations) => ResourceName.Parse(name, "institutions", field, violations).Id ?? "";

    private static void Lists(Contract.Content content, Violations violations)
    {
        FieldRules.TooMany(content.Parties.Count, MostParties, "content.parties", violations);
        FieldRules.TooMany(content.Values.Count, MostValues, "content.values", violations);
        FieldRules.TooMany(content.Commitments.Count, MostCommitments, "content.commitments", violations);
        FieldRules.TooMany(content.Steps.Count, MostSteps, "content.steps", violations);
        FieldRules.TooMany(content.ReferralTerms.Count, TermRules.MostTerms, "content.referral_terms", violations);
        TextRules.Unique(content.Parties.Select(party => party.Institution), "content.parties", violations);
        TextRules.Unique(content.Values.Select(value => value.Key), "content.values", violations);
        TextRules.Unique(content.Commitments.Select(commitment => commitment.Key), "content.commitments", violations);
        TextRules.Unique(content.Steps.Select(step => step.Key), "content.steps", violations);
    }

    private static (DateOnly? Start, DateOnly? End) Period(Contract.Content content, Violations violations)
    {
        var (start, end) = (violations.Day("content.start_date", content.StartDate), violations.Day("content.end_date", content.EndDate));
        if (end < start) violations.Add("content.end_date", "OUT_OF_RANGE", "The end is before the start.", "La fin est avant le début.");
        if (end > start?.AddYears(MostYears)) violations.Add("content.end_date", "OUT_OF_RANGE", "A convention lasts ten years at most.", "Une convention dure dix ans au plus.");
        return (start, end);
    }

    private static Party Read(Contract.Party party, string field, Violations violations) => new(
        Institution(party.Institution, $"{field}.institution", violations),
        violations.Optional($"{field}.display_name", party.DisplayName, NameLength),
        violations.Optional($"{field}.called", party.Called, CalledLength),
        violations.Optional($"{field}.signatory", party.Signatory, TextRules.LineLength),
        violations.Optional($"{field}.function", party.Function, TextRules.LineLength),
        violations.Optional($"{field}.mandate", party.Mandate, MandateLength));

    private static Commitment Read(Contract.Commitment commitment, string field, Violations violations) => new(
        FieldRules.Key(commitment.Key, $"{field}.key", violations), commitment.Clause, Institution(commitment.Institution, $"{field}.institution", violations),
        RequiredFreeText($"{field}.text", commitment.Text, PromiseLength, violations), violations.Day($"{field}.due_date", commitment.DueDate), commitment.Condition,
        violations.Optional($"{field}.referent", commitment.Referent, TextRules.LineLength));

    private static Step Read(Contract.Step step, string field, Violations violations) =>
        new(FieldRules.Key(step.Key, $"{field}.key", violations), violations.Required($"{field}.label", step.Label, TextRules.LineLength), violations.Day($"{field}.planned_date", step.PlannedDate));

    /// <summary>Demands a free text, which holds no social security number.</summary>
    public static string RequiredFreeText(string field, string value, int most, Violations violations)
    {
        var text = violations.FreeText(field, value, most);
        if (text.Length == 0) violations.Add(field, "REQUIRED", $"{field} is required.", "Ce champ est obligatoire.");
        return text;
    }

    private static int Known<TEnum>(TEnum value, string field, Violations violations) where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value)) violations.Add(field, "UNKNOWN_VALUE", "The value is not in the list.", "Choisissez une valeur de la liste.");
        return Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
