using Reseau.Conventions.Signing;

namespace Reseau.Conventions.Documents;

/// <summary>
/// All that the document of a convention says, in the words it says it in: what is not here is not signed. Texts are plain, clauses are
/// Markdown in which every variable has its value.
/// </summary>
public sealed record ConventionText
{
    /// <summary><c>conventions/{convention}</c>; printed at the foot of every page.</summary>
    public required string Name { get; init; }

    /// <summary>Version of what it says, from 1; printed at the foot of every page.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it is shown before it was proposed: the document says so, and nobody signs it.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for, in French, e.g. "Convention d’engagement".</summary>
    public required string KindLabel { get; init; }

    /// <summary>What it amends or renews, as a French sentence; empty when it stands alone.</summary>
    public string Follows { get; init; } = "";

    /// <summary>Whom it binds, in the order of a sequential signing.</summary>
    public required IReadOnlyList<TextParty> Parties { get; init; }

    /// <summary>The clauses, numbered by their place.</summary>
    public required IReadOnlyList<TextClause> Clauses { get; init; }

    /// <summary>First day; null while it is not said, in a preview.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Last day; null while it is not said, in a preview.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Days before the end by which a party says that it goes on no further; 0 = none.</summary>
    public int NoticeDays { get; init; }

    /// <summary>What parties promise.</summary>
    public IReadOnlyList<TextCommitment> Commitments { get; init; } = [];

    /// <summary>What happens one after the other.</summary>
    public IReadOnlyList<TextStep> Steps { get; init; } = [];

    /// <summary>Who pays what and when; null = no money.</summary>
    public TextFinancing? Financing { get; init; }

    /// <summary>Who may refer what to whom.</summary>
    public IReadOnlyList<TextReferralTerms> ReferralTerms { get; init; } = [];

    /// <summary>Whether parties sign in their order.</summary>
    public bool InOrder { get; init; }

    /// <summary>Level every signature must reach.</summary>
    public SignatureLevel Level { get; init; } = SignatureLevel.Simple;

    /// <summary>Last day to sign; null while it is not said.</summary>
    public DateOnly? SignBefore { get; init; }
}

/// <summary>An institution that a convention binds.</summary>
/// <param name="Institution"><c>institutions/{institution}</c>.</param>
/// <param name="DisplayName">Its legal name.</param>
/// <param name="Called">How the text calls it; empty = by its name.</param>
/// <param name="Signatory">Who signs for it; empty = not named.</param>
/// <param name="Function">In what capacity.</param>
/// <param name="Mandate">What gives the power to sign.</param>
public sealed record TextParty(string Institution, string DisplayName, string Called, string Signatory, string Function, string Mandate);

/// <summary>A numbered part of the text.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Title">Heading, without number.</param>
/// <param name="Markdown">Text, its variables replaced (<see cref="ClauseMarkdown.Escape"/> keeps a value from being read as Markdown).</param>
public sealed record TextClause(string Key, string Title, string Markdown);

/// <summary>What a party promises.</summary>
/// <param name="Party">Name of who promises, as the text calls it.</param>
/// <param name="Text">What.</param>
/// <param name="Due">By when; null = no date.</param>
/// <param name="IsCondition">Whether the convention is ready only once it is evidenced.</param>
/// <param name="Referent">The professional to ask; empty = nobody.</param>
/// <param name="Clause">Number of the clause it comes from; 0 = none.</param>
public sealed record TextCommitment(string Party, string Text, DateOnly? Due, bool IsCondition, string Referent, int Clause);

/// <summary>A step.</summary>
/// <param name="Label">What.</param>
/// <param name="Planned">When it is planned; null = not planned.</param>
public sealed record TextStep(string Label, DateOnly? Planned);

/// <summary>Who pays what and when, in cents of euro.</summary>
/// <param name="Costs">What it costs.</param>
/// <param name="Fundings">Who pays.</param>
public sealed record TextFinancing(IReadOnlyList<TextCost> Costs, IReadOnlyList<TextFunding> Fundings);

/// <summary>A cost.</summary>
/// <param name="Year">Year.</param>
/// <param name="Label">What for.</param>
/// <param name="Quantity">How many, at least 1.</param>
/// <param name="UnitCents">What one costs.</param>
public sealed record TextCost(int Year, string Label, int Quantity, long UnitCents);

/// <summary>A part that a funder pays.</summary>
/// <param name="Year">Year.</param>
/// <param name="Funder">Who.</param>
/// <param name="PlannedCents">How much.</param>
/// <param name="ShareBasisPoints">Share of the year in hundredths of a percent; 0 = not stated.</param>
public sealed record TextFunding(int Year, string Funder, long PlannedCents, int ShareBasisPoints);

/// <summary>Who may refer what to whom, in words.</summary>
/// <param name="From">Who sends.</param>
/// <param name="To">Who receives.</param>
/// <param name="Lines">What holds, a sentence each.</param>
public sealed record TextReferralTerms(string From, string To, IReadOnlyList<string> Lines);
