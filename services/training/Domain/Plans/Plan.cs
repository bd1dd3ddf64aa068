using System.Text.Json.Serialization;
using Reseau.Kernel;

namespace Reseau.Training.Domain.Plans;

/// <summary>
/// What a network or an institution wants its professionals to be able to do. It says so in versions, all of which can be read: whoever was held
/// to a goal can see what it was. How far it is is not part of it, but counted from the records.
/// <code>DRAFT → PUBLISHED → CLOSED</code>
/// </summary>
public sealed record Plan
{
    /// <summary><c>plans/{plan}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>Institution id that keeps it.</summary>
    public required string Institution { get; init; }

    /// <summary>Whether it is for the whole network.</summary>
    public bool Network { get; init; }

    /// <summary>Where it stands.</summary>
    public PlanState State { get; init; } = PlanState.Draft;

    /// <summary>Whether it was ever published: a draft that was closed stays its writers' own.</summary>
    public bool Shown { get; init; }

    /// <summary>What it says and said, the first version first.</summary>
    public ValueList<PlanText> Texts { get; init; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it says now.</summary>
    [JsonIgnore]
    public PlanText Newest => Texts[^1];

    /// <summary>Takes one event in.</summary>
    public static Plan Evolve(Plan? current, string name, long version, DateTimeOffset at, PlanEvent happened)
    {
        if (happened is PlanDrafted drafted)
            return new() { Name = name, Version = version, Institution = drafted.Institution, Network = drafted.Network, Texts = [new(1, drafted.Content)], CreatedAt = at };
        var known = (current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.")) with { Version = version };
        return happened switch
        {
            PlanRevised revised => known with { Texts = [.. known.Texts.Where(text => text.Version < revised.TextVersion), new(revised.TextVersion, revised.Content)] },
            PlanPublished => known with { State = PlanState.Published, Shown = true },
            PlanClosed => known with { State = PlanState.Closed },
            _ => known,
        };
    }
}

/// <summary>A version of a plan.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Content">What it says.</param>
public sealed record PlanText(int Version, PlanContent Content);
