using System.Text.Json.Serialization;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Campaigns;

/// <summary>
/// A questionnaire that asks professionals what they need to learn. What they answer is not part of it: answers lie beside the log while it takes
/// them, and are counts once it is over.
/// <code>DRAFT → OPEN → CLOSED; DISCARDED from the first</code>
/// </summary>
public sealed record Campaign
{
    /// <summary><c>campaigns/{campaign}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>Institution id that keeps it.</summary>
    public required string Institution { get; init; }

    /// <summary>Whether it asks the whole network.</summary>
    public bool Network { get; init; }

    /// <summary>Where it stands.</summary>
    public CampaignState State { get; init; } = CampaignState.Draft;

    /// <summary>What it is.</summary>
    public required CampaignContent Content { get; init; }

    /// <summary>How many answered, once it is over.</summary>
    public int Answers { get; init; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Takes one event in.</summary>
    public static Campaign Evolve(Campaign? current, string name, long version, DateTimeOffset at, CampaignEvent happened)
    {
        if (happened is CampaignDrafted drafted)
            return new() { Name = name, Version = version, Institution = drafted.Institution, Network = drafted.Network, Content = drafted.Content, CreatedAt = at };
        var known = (current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.")) with { Version = version };
        return happened switch
        {
            CampaignRevised revised => known with { Content = revised.Content },
            CampaignDiscarded => known with { State = CampaignState.Discarded },
            CampaignOpened => known with { State = CampaignState.Open },
            CampaignExtended extended => known with { Content = known.Content with { End = extended.End } },
            CampaignClosed closed => known with { State = CampaignState.Closed, Answers = closed.Answers },
            _ => known,
        };
    }

    /// <summary>Whether it was ever opened.</summary>
    [JsonIgnore]
    public bool Shown => State is CampaignState.Open or CampaignState.Closed;

    /// <summary>Whether it takes answers on a day.</summary>
    public bool Takes(DateOnly day) => State == CampaignState.Open && Content.Start <= day && day <= Content.End;

    /// <summary>Whether it asks the people of an institution.</summary>
    public bool Asks(string institution) => Network || Institution == institution;

    /// <summary>Whether it asks a function.</summary>
    public bool Asks(Function function) => Content.Functions.Count == 0 || Content.Functions.Contains(function);

    /// <summary>The questions that it puts to a function.</summary>
    public IReadOnlyList<Question> QuestionsFor(Function function) => [.. Content.Questions.Where(question => question.IsPutTo(function))];
}
