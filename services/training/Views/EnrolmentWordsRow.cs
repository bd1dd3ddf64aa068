namespace Reseau.Training.Views;

/// <summary>
/// What somebody said of an enrolment in their own words: why it was refused or given back, what the training was worth. Beside the log (decision
/// 0004), because people say of themselves what they like: erasing a professional erases it. Not a view: nothing brings it back.
/// </summary>
public sealed class EnrolmentWordsRow
{
    /// <summary><c>sessions/{session}</c>.</summary>
    public required string Session { get; set; }

    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Professional { get; set; }

    /// <summary>Of what.</summary>
    public WordsKind Kind { get; set; }

    /// <summary>The words.</summary>
    public required string Text { get; set; }
}

/// <summary>What words are about.</summary>
public enum WordsKind
{
    /// <summary>Why it was refused or given back.</summary>
    Reason = 1,

    /// <summary>What it was worth, at its end.</summary>
    Hot,

    /// <summary>What it was worth, three months after.</summary>
    Cold,
}
