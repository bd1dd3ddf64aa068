using Google.Protobuf.WellKnownTypes;
using Reseau.Conventions.Domain;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>Templates, from the contract and to it. The enums of both share their numbers.</summary>
internal static class TemplateMapper
{
    private const int SummaryLength = 1000;
    private const int PromiseLength = 500;
    private const int MostCommitments = 50;
    private const int MostSteps = 20;
    private const int MostParties = 20;
    private const int LongestDelay = 3660;

    /// <summary>What a template says.</summary>
    public static TemplateContent Read(Contract.Template template, Violations violations)
    {
        FieldRules.TooMany(template.Commitments.Count, MostCommitments, "template.commitments", violations);
        FieldRules.TooMany(template.Steps.Count, MostSteps, "template.steps", violations);
        return new()
        {
            Title = violations.Required("template.title", template.Title, TextRules.LineLength),
            Kind = FieldRules.Value<Contract.ConventionKind, ConventionKind>(template.Kind, "template.kind", violations),
            Summary = violations.Optional("template.summary", template.Summary, SummaryLength),
            Clauses = TextRules.Clauses(template.Clauses, "template.clauses", required: true, violations),
            Variables = TextRules.Variables(template.Variables, "template.variables", violations),
            Commitments = [.. template.Commitments.Select((commitment, i) => Read(commitment, $"template.commitments[{i}]", template, violations))],
            SignatureLevel = template.SignatureLevel == Contract.Template.Types.Level.Unspecified ? SignatureLevel.Simple
                : FieldRules.Value<Contract.Template.Types.Level, SignatureLevel>(template.SignatureLevel, "template.signature_level", violations),
            Steps = [.. template.Steps.Select((step, i) => violations.Required($"template.steps[{i}]", step, TextRules.LineLength))],
        };
    }

    /// <summary>A template with one of its texts.</summary>
    public static Contract.Template ToMessage(Template template, TemplateText text, bool withClauses)
    {
        var content = text.Content;
        var message = new Contract.Template
        {
            Name = template.Name,
            Etag = Etag.Of(template.Version),
            Title = content.Title,
            Kind = (Contract.ConventionKind)content.Kind,
            State = (Contract.Template.Types.State)template.State,
            Version = text.Version,
            Draft = !text.Published,
            CreateTime = template.CreatedAt.ToTimestamp(),
            UpdateTime = template.ChangedAt.ToTimestamp(),
            Summary = content.Summary,
            SignatureLevel = (Contract.Template.Types.Level)content.SignatureLevel,
        };
        if (withClauses) message.Clauses.AddRange(content.Clauses.Select(ToMessage));
        message.Variables.AddRange(content.Variables.Select(ToMessage));
        message.Commitments.AddRange(content.Commitments.Select(commitment => new Contract.ModelCommitment
        {
            Clause = commitment.Clause, Text = commitment.Text, Party = commitment.Party, Condition = commitment.Condition, DueDays = commitment.DueDays,
        }));
        message.Steps.AddRange(content.Steps);
        return message;
    }

    /// <summary>A clause.</summary>
    public static Contract.Clause ToMessage(Clause clause) => new() { Key = clause.Key, Title = clause.Title, Text = clause.Text };

    /// <summary>A variable.</summary>
    public static Contract.Variable ToMessage(Variable variable)
    {
        var message = new Contract.Variable { Key = variable.Key, Label = variable.Label, Type = (Contract.Variable.Types.Type)variable.Type, Optional = variable.Optional };
        message.Choices.AddRange(variable.Choices);
        return message;
    }

    private static ModelCommitment Read(Contract.ModelCommitment commitment, string field, Contract.Template template, Violations violations)
    {
        if (commitment.Party is < 1 or > MostParties) violations.Add($"{field}.party", "OUT_OF_RANGE", "A party is named by its place, from 1.", "Indiquez le rang de la partie qui s'engage, à partir de 1.");
        if (commitment.DueDays is < 0 or > LongestDelay) violations.Add($"{field}.due_days", "OUT_OF_RANGE", "The delay is not possible.", "Indiquez un nombre de jours, au plus dix ans.");
        if (commitment.Clause.Length > 0 && template.Clauses.All(clause => clause.Key != commitment.Clause))
            violations.Add($"{field}.clause", "UNKNOWN_VALUE", "No clause has this key.", "Cet article n'est pas dans le modèle.");
        return new(commitment.Clause, violations.Required($"{field}.text", commitment.Text, PromiseLength), commitment.Party, commitment.Condition, commitment.DueDays);
    }
}
