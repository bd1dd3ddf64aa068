using Reseau.Kernel;

namespace Reseau.Training.Domain.Campaigns;

/// <summary>A question, as a group answered it.</summary>
/// <param name="Question">Key of the question; empty = the campaign as a whole.</param>
/// <param name="Group">The group.</param>
public sealed record TallyCell(string Question, GroupKey Group);

/// <summary>What a group answered to a question.</summary>
/// <param name="Answers">How many answered it.</param>
/// <param name="Counts">How many chose each; none for words.</param>
public sealed record TallyLine(int Answers, ValueList<int> Counts)
{
    /// <summary>Both together.</summary>
    public TallyLine Plus(TallyLine other)
    {
        var (most, least) = Counts.Count >= other.Counts.Count ? (Counts, other.Counts) : (other.Counts, Counts);
        return new(Answers + other.Answers, [.. most.Select((count, place) => count + (place < least.Count ? least[place] : 0))]);
    }
}

/// <summary>Answers as counts: all that is left of them.</summary>
public sealed class CampaignTally
{
    private readonly Dictionary<TallyCell, TallyLine> _lines = [];

    /// <summary>The counts.</summary>
    public IReadOnlyDictionary<TallyCell, TallyLine> Lines => _lines;

    /// <summary>Counts what somebody answered.</summary>
    /// <param name="groups">The groups that they count in.</param>
    /// <param name="questions">The questions of the campaign.</param>
    /// <param name="answers">Their answers that say something.</param>
    public void Add(IReadOnlyCollection<GroupKey> groups, IReadOnlyCollection<Question> questions, IReadOnlyCollection<GivenAnswer> answers)
    {
        // Who works at two sites of which neither is kept counts once among those of none.
        foreach (var group in groups.Distinct())
        {
            Add(new(Question: "", group), new(1, []));
            foreach (var answer in answers)
            {
                // A question that is no longer there has no choices: it was answered, and that is all.
                var choices = questions.FirstOrDefault(question => question.Key == answer.Question)?.Choices ?? 0;
                Add(new(answer.Question, group), new(1, [.. Enumerable.Range(0, choices).Select(choice => answer.Choices.Contains(choice) ? 1 : 0)]));
            }
        }
    }

    /// <summary>Adds what was counted before.</summary>
    public void Add(TallyCell cell, TallyLine line) => _lines[cell] = _lines.TryGetValue(cell, out var known) ? known.Plus(line) : line;

    /// <summary>The same with groups of fewer than five who answered put together: once nobody can answer any more, how many did is known.</summary>
    public CampaignTally Merged()
    {
        var sizes = new GroupSizes(_lines.Where(line => line.Key.Question.Length == 0).ToDictionary(line => line.Key.Group, line => line.Value.Answers));
        var merged = new CampaignTally();
        foreach (var (cell, line) in _lines) merged.Add(cell with { Group = sizes.Keep(cell.Group) }, line);
        return merged;
    }
}
