using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Campaigns;

/// <summary>All decisions about a campaign: pure.</summary>
public static class CampaignDecider
{
    /// <summary>Writes a campaign down.</summary>
    /// <param name="drafted">Who writes it, for whom, and what it is.</param>
    /// <param name="skills"><c>skills/{skill}</c> that exist, of those that it names.</param>
    public static Decision<CampaignEvent> Draft(CampaignDrafted drafted, IReadOnlySet<string> skills)
    {
        if (Missing(drafted.Content, skills) is { } missing) return missing;
        return drafted;
    }

    /// <summary>Replaces a draft, or moves the last day of what was opened: whoever has answered must find the questions that they answered.</summary>
    public static Decision<CampaignEvent> Update(Campaign current, CampaignContent content, IReadOnlySet<string> skills, DateOnly today)
    {
        if (HasEnded(current) is { } ended) return ended;
        if (content == current.Content) return Decision.Nothing<CampaignEvent>();
        if (current.State == CampaignState.Draft) return Missing(content, skills) is { } missing ? missing : new CampaignRevised(content);
        if (content with { End = current.Content.End } != current.Content) return Opened(current);
        return content.End < today ? Over(current) : new CampaignExtended(content.End);
    }

    /// <summary>Throws a draft away.</summary>
    public static Decision<CampaignEvent> Discard(Campaign current) => current.State switch
    {
        CampaignState.Discarded => Decision.Nothing<CampaignEvent>(),
        CampaignState.Draft => new CampaignDiscarded(),
        _ => HasEnded(current) ?? Opened(current),
    };

    /// <summary>Shows it to everyone it asks.</summary>
    public static Decision<CampaignEvent> Open(Campaign current, DateOnly today) => current.State switch
    {
        CampaignState.Open => Decision.Nothing<CampaignEvent>(),
        _ when HasEnded(current) is { } ended => ended,
        _ when current.Content.Questions.Count == 0 => new Refusal("CAMPAIGN_WITHOUT_QUESTION", "A campaign that is opened asks something.", ("campaign", current.Name)),
        _ when current.Content.End < today => Over(current),
        _ => new CampaignOpened(),
    };

    /// <summary>Ends it by hand.</summary>
    /// <param name="current">The campaign.</param>
    /// <param name="answers">How many answered.</param>
    public static Decision<CampaignEvent> Close(Campaign current, int answers) => current.State switch
    {
        CampaignState.Closed => Decision.Nothing<CampaignEvent>(),
        CampaignState.Draft or CampaignState.Discarded => NotOpen(current),
        _ => new CampaignClosed(answers),
    };

    /// <summary>When time ends it; null when it does not.</summary>
    public static DateTimeOffset? DueAt(Campaign current) => current.State == CampaignState.Open ? FrenchDay.StartOf(current.Content.End.AddDays(1)) : null;

    /// <summary>Lets time act; nothing when its last day was moved meanwhile.</summary>
    public static Decision<CampaignEvent> Ring(Campaign current, int answers, DateTimeOffset now)
    {
        if (DueAt(current) is not { } due || due > now) return Decision.Nothing<CampaignEvent>();
        return new CampaignClosed(answers);
    }

    /// <summary>Why somebody whose institution it asks cannot answer it now; null when they can.</summary>
    public static Refusal? MayAnswer(Campaign current, Function function, DateOnly today)
    {
        if (!current.Asks(function)) return new("CAMPAIGN_NOT_FOR_FUNCTION", "The campaign asks other functions.", ("campaign", current.Name));
        return current.Takes(today) ? null : NotOpen(current);
    }

    private static Refusal? Missing(CampaignContent content, IReadOnlySet<string> skills) =>
        content.Questions.Select(question => question.Skill).FirstOrDefault(skill => skill.Length > 0 && !skills.Contains(skill)) is { } skill
            ? new("SKILL_NOT_FOUND", "There is no such skill.", ("skill", skill))
            : null;

    private static Refusal? HasEnded(Campaign current) => current.State switch
    {
        CampaignState.Closed => new("CAMPAIGN_CLOSED", "A campaign that is over does not change.", ("campaign", current.Name)),
        CampaignState.Discarded => new("CAMPAIGN_DISCARDED", "A draft that was thrown away does not come back.", ("campaign", current.Name)),
        _ => null,
    };

    private static Refusal Opened(Campaign current) => new("CAMPAIGN_OPENED", "Of a campaign that was opened only the last day is moved.", ("campaign", current.Name));

    private static Refusal NotOpen(Campaign current) => new("CAMPAIGN_NOT_OPEN", "The campaign takes no answers.", ("campaign", current.Name), ("state", EnumNames.Of(current.State)));

    private static Refusal Over(Campaign current) => new("CAMPAIGN_OVER", "The last day would be past.", ("campaign", current.Name));
}
