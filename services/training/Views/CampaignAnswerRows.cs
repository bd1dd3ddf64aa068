using Reseau.Kernel;
using Reseau.Training.Domain.Campaigns;

namespace Reseau.Training.Views;

/// <summary>
/// That somebody has answered an anonymous campaign: neither what nor when, and not their name. It goes when the campaign is over. Beside the log: nothing
/// brings it back.
/// </summary>
public sealed class CampaignMarkRow
{
    /// <summary><c>campaigns/{campaign}</c>.</summary>
    public required string Campaign { get; set; }

    /// <summary>Hash of the campaign and the account.</summary>
    public required string Mark { get; set; }

    /// <summary>Request id of the answer: its retry is recognised by it.</summary>
    public required string RequestId { get; set; }
}

/// <summary>
/// What somebody answered to a campaign with names, so that they can correct it. When it is over it becomes counts and goes; erasing a professional
/// erases it before. Beside the log: nothing brings it back.
/// </summary>
public sealed class CampaignAnswerRow
{
    /// <summary><c>campaigns/{campaign}</c>.</summary>
    public required string Campaign { get; set; }

    /// <summary>Hash of the campaign and the account: who goes to another institution answers once all the same.</summary>
    public required string Mark { get; set; }

    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Professional { get; set; }

    /// <summary>Where they work, as JSON.</summary>
    public required string WorksAt { get; set; }

    /// <summary>The answers, as JSON.</summary>
    public required string Body { get; set; }
}

/// <summary>What a group answered to a question. Beside the log: nothing brings it back.</summary>
public sealed class CampaignCountRow
{
    /// <summary><c>campaigns/{campaign}</c>.</summary>
    public required string Campaign { get; set; }

    /// <summary>Institution id; empty = not kept.</summary>
    public required string Institution { get; set; }

    /// <summary>What the group shares.</summary>
    public GroupKind Kind { get; set; }

    /// <summary>Name of the function or site; empty = none, or not kept.</summary>
    public required string Key { get; set; }

    /// <summary>Key of the question; empty = the campaign as a whole.</summary>
    public required string Question { get; set; }

    /// <summary>How many answered it.</summary>
    public int Answers { get; set; }

    /// <summary>How many chose each, as JSON.</summary>
    public required string Counts { get; set; }

    /// <summary>The cell that it is.</summary>
    public TallyCell ToCell() => new(Question, new(Kind, Institution, Key));

    /// <summary>What it counts.</summary>
    public TallyLine ToLine() => new(Answers, RowJson.Read<ValueList<int>>(Counts));

    /// <summary>Takes counts over.</summary>
    public void Keep(TallyLine line) => (Answers, Counts) = (line.Answers, RowJson.Write(line.Counts));

    /// <summary>A row of counts.</summary>
    public static CampaignCountRow Of(string campaign, TallyCell cell, TallyLine line)
    {
        var row = new CampaignCountRow { Campaign = campaign, Institution = cell.Group.Institution, Kind = cell.Group.Kind, Key = cell.Group.Key, Question = cell.Question, Counts = "" };
        row.Keep(line);
        return row;
    }
}

/// <summary>
/// What somebody wrote, without who: places are shuffled with each text that comes, so that their order says nothing of that of the answers. Beside the
/// log: nothing brings it back.
/// </summary>
public sealed class CampaignTextRow
{
    /// <summary><c>campaigns/{campaign}</c>.</summary>
    public required string Campaign { get; set; }

    /// <summary>Key of the question.</summary>
    public required string Question { get; set; }

    /// <summary>Place among the texts, from 0.</summary>
    public int Place { get; set; }

    /// <summary>The words.</summary>
    public required string Text { get; set; }
}
