namespace Reseau.Kernel;

/// <summary>
/// For how many months the files of persons are kept after the last contact: section <c>Retention</c>. The referral service erases by
/// it and the portal's notice is written from it, so both are given the same.
/// </summary>
public sealed class RetentionOptions
{
    /// <summary>Where it is in the settings.</summary>
    public const string Section = "Retention";

    /// <summary>What is wrong when it is not usable.</summary>
    public const string Mistake = "Retention:Months, and each of Retention:Institutions, must be a number of months from 1 to 36; Retention:DraftDays a number of days from 1 to 90";

    private const int Shortest = 1;
    private const int Longest = 36;
    private const int LongestDraft = 90;

    /// <summary>Months, where an institution says nothing else: two years (CNIL, délibération 2023-095).</summary>
    public int Months { get; set; } = 24;

    /// <summary>Months by institution id.</summary>
    public Dictionary<string, int> Institutions { get; } = new(StringComparer.Ordinal);

    /// <summary>Days for which a draft of a referral is kept that nobody touches: what was never sent serves nobody for long.</summary>
    public int DraftDays { get; set; } = 30;

    /// <summary>The daily run only says what it would erase.</summary>
    public bool DryRun { get; set; }

    /// <summary>Whether every duration is allowed.</summary>
    public bool IsUsable => DraftDays is >= 1 and <= LongestDraft && Institutions.Values.Append(Months).All(months => months is >= Shortest and <= Longest);

    /// <summary>The months of an institution.</summary>
    public int MonthsOf(string institution) => Institutions.GetValueOrDefault(institution, Months);
}
