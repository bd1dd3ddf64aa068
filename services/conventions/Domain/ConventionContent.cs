using System.Text.Json.Serialization;
using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>What a convention says: all that is in its document, and the terms that are compiled. Two equal contents are one text.</summary>
public sealed record ConventionContent
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public required ConventionKind Kind { get; init; }

    /// <summary><c>templates/{template}</c> it began from; empty = none.</summary>
    public string Template { get; init; } = "";

    /// <summary>Version of the template.</summary>
    public int TemplateVersion { get; init; }

    /// <summary>Whom it binds, in the order of a sequential signing.</summary>
    public ValueList<Party> Parties { get; init; }

    /// <summary>How they sign.</summary>
    public SigningOrder SigningOrder { get; init; } = SigningOrder.Parallel;

    /// <summary>The clauses, in their order.</summary>
    public ValueList<Clause> Clauses { get; init; }

    /// <summary>What the variables are.</summary>
    public ValueList<Variable> Variables { get; init; }

    /// <summary>What the variables are worth.</summary>
    public ValueList<VariableValue> Values { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Days before the end by which a party says that it goes on no further; 0 = none.</summary>
    public int NoticeDays { get; init; }

    /// <summary>What parties promise.</summary>
    public ValueList<Commitment> Commitments { get; init; }

    /// <summary>What happens one after the other.</summary>
    public ValueList<Step> Steps { get; init; }

    /// <summary>Who pays what and when; null = no money.</summary>
    public FinancingPlan? Financing { get; init; }

    /// <summary>Who may refer what to whom.</summary>
    public ValueList<ReferralTerms> ReferralTerms { get; init; }

    /// <summary>Level every signature must reach.</summary>
    public SignatureLevel SignatureLevel { get; init; } = SignatureLevel.Simple;

    /// <summary>The lowest that may be: that of the template it began from.</summary>
    public SignatureLevel LeastSignatureLevel { get; init; } = SignatureLevel.Simple;

    /// <summary>Last day to sign; null = a number of days after it was proposed.</summary>
    public DateOnly? SignBefore { get; init; }

    /// <summary>Institution ids of the parties, in their order.</summary>
    [JsonIgnore]
    public ValueList<string> Institutions => [.. Parties.Select(party => party.Institution)];

    /// <summary>The party that an institution is; null when it is none.</summary>
    public Party? PartyOf(string institution) => Parties.FirstOrDefault(party => party.Institution == institution);

    /// <summary>What lists and figures need of it, without its text.</summary>
    public ConventionContent WithoutText() => this with { Clauses = [], Variables = [], Values = [] };
}
