using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>
/// A model that conventions begin from. It has one draft at most; publishing freezes it, and a convention keeps the version it began with.
/// <code>DRAFT → PUBLISHED → ARCHIVED</code>
/// </summary>
public sealed record Template
{
    /// <summary><c>templates/{template}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>Where it stands.</summary>
    public TemplateState State { get; init; } = TemplateState.Draft;

    /// <summary>Its texts, the first version first; the last one may be a draft.</summary>
    public ValueList<TemplateText> Texts { get; init; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>What is written on; null when all is published.</summary>
    public TemplateText? Draft => Texts[^1].Published ? null : Texts[^1];

    /// <summary>What conventions begin from; null before the first publication.</summary>
    public TemplateText? Published => Texts.LastOrDefault(text => text.Published);

    /// <summary>Takes one event in.</summary>
    public static Template Evolve(Template? current, string name, long version, DateTimeOffset at, TemplateEvent happened)
    {
        if (happened is TemplateDrafted drafted)
            return new() { Name = name, Version = version, Texts = [new(1, drafted.Content, Published: false)], CreatedAt = at, ChangedAt = at };
        var known = (current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.")) with { Version = version, ChangedAt = at };
        return happened switch
        {
            TemplateRevised revised => known with
            {
                Texts = [.. known.Texts.Where(text => text.Published), new(known.Texts.Count(text => text.Published) + 1, revised.Content, Published: false)],
            },
            TemplatePublished => known with { State = TemplateState.Published, Texts = [.. known.Texts.Select(text => text with { Published = true })] },
            TemplateArchived => known with { State = TemplateState.Archived },
            _ => known,
        };
    }
}

/// <summary>Where a template stands; numbers are those of the contract.</summary>
public enum TemplateState
{
    /// <summary>Never published.</summary>
    Draft = 1,

    /// <summary>Conventions may begin from it.</summary>
    Published,

    /// <summary>Kept for the conventions that began from it.</summary>
    Archived,
}

/// <summary>A version of a template.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Content">What it says.</param>
/// <param name="Published">Whether it is frozen.</param>
public sealed record TemplateText(int Version, TemplateContent Content, bool Published);

/// <summary>What a template says.</summary>
public sealed record TemplateContent
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What its conventions are for.</summary>
    public required ConventionKind Kind { get; init; }

    /// <summary>What it is good for.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The clauses, in their order.</summary>
    public ValueList<Clause> Clauses { get; init; }

    /// <summary>What a convention must say.</summary>
    public ValueList<Variable> Variables { get; init; }

    /// <summary>What every convention begins with.</summary>
    public ValueList<ModelCommitment> Commitments { get; init; }

    /// <summary>Level that every signature of its conventions must reach.</summary>
    public SignatureLevel SignatureLevel { get; init; } = SignatureLevel.Simple;

    /// <summary>Labels of the steps every convention begins with.</summary>
    public ValueList<string> Steps { get; init; }
}

/// <summary>A commitment a template gives every convention.</summary>
/// <param name="Clause">Key of the clause it comes from.</param>
/// <param name="Text">What is promised.</param>
/// <param name="Party">Which party promises: its place in the list, from 1.</param>
/// <param name="Condition">Whether the convention is ready only once it is evidenced.</param>
/// <param name="DueDays">Days after the start by which it is due; 0 = no date.</param>
public sealed record ModelCommitment(string Clause, string Text, int Party, bool Condition, int DueDays);

/// <summary>Something that happened to a template.</summary>
public abstract record TemplateEvent;

/// <summary>A template was begun.</summary>
/// <param name="Content">What it says.</param>
public sealed record TemplateDrafted(TemplateContent Content) : TemplateEvent;

/// <summary>Its draft was replaced, or a new one begun.</summary>
/// <param name="Content">What it says.</param>
public sealed record TemplateRevised(TemplateContent Content) : TemplateEvent;

/// <summary>Its draft was published.</summary>
/// <param name="TextVersion">Which version.</param>
public sealed record TemplatePublished(int TextVersion) : TemplateEvent;

/// <summary>No convention begins from it any more.</summary>
public sealed record TemplateArchived : TemplateEvent;
