using System.Diagnostics.CodeAnalysis;

namespace Reseau.Kernel.Calendar;

/// <summary>
/// Opening hours in the notation of OpenStreetMap, <c>opening_hours</c>: parsed once, immutable, safe to share, equal to any other
/// of the same meaning word for word. Callers keep the original text; <see cref="ToString" /> is the canonical one.
/// </summary>
/// <remarks>
/// The hours are those of the wall clock of the place. Its public holidays come with each question, its time zone only where an
/// instant does. Asking allocates nothing, except for lists of intervals. School holidays are kept but choose no day
/// (<see cref="MentionsSchoolHolidays" />); sunrise, sunset and points in time are not part of what is read.
/// </remarks>
public sealed partial class OpeningHours : IEquatable<OpeningHours>
{
    /// <summary>Longest text that is read.</summary>
    public const int MaximumLength = 10_000;

    private readonly WeeklyHours? _week;

    internal OpeningHours(ValueList<HoursRule> rules)
    {
        Rules = rules;
        _week = WeeklyHours.Compile(rules.AsSpan());
    }

    /// <summary>The rules, in their order.</summary>
    public ValueList<HoursRule> Rules { get; }

    /// <summary>Whether one week, public holidays aside, is like another: such hours are answered from a compiled table.</summary>
    public bool IsPlainWeek => _week is not null;

    /// <summary>Whether school holidays play a part, which no answer takes into account.</summary>
    public bool MentionsSchoolHolidays => AnyDay(DayKind.SchoolHoliday);

    /// <summary>Whether public holidays play a part.</summary>
    public bool MentionsPublicHolidays => AnyDay(DayKind.PublicHoliday);

    /// <summary>Reads a text. Never throws; the time is proportional to the length, which is bounded.</summary>
    /// <param name="text">The notation, with the liberties French data take (<c>mo-fr 9h-12h30</c>).</param>
    /// <param name="hours">The hours, when true.</param>
    /// <param name="problem">The first thing that does not fit, when false.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OpeningHours? hours, [NotNullWhen(false)] out HoursProblem? problem)
    {
        (hours, problem) = (null, null);
        text ??= "";
        if (text.Length > MaximumLength)
        {
            problem = HoursProblem.At(MaximumLength, Expectation.Shorter);
            return false;
        }
        if (!HoursScanner.TryScan(text, out var tokens, out problem)) return false;
        if (!new HoursParser(tokens).TryParse(out var rules, out problem)) return false;
        hours = new(rules);
        return true;
    }

    /// <summary>Reads a text, or gives null.</summary>
    public static OpeningHours? Parse(string? text) => TryParse(text, out var hours, out _) ? hours : null;

    /// <summary>The canonical text, which reads back as equal hours.</summary>
    public override string ToString() => HoursWriter.Write(Rules);

    /// <inheritdoc />
    public bool Equals(OpeningHours? other) => other is not null && Rules == other.Rules;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as OpeningHours);

    /// <inheritdoc />
    public override int GetHashCode() => Rules.GetHashCode();

    private bool AnyDay(DayKind kind) =>
        Rules.Any(rule => rule.Days.Any(day => day.Kind == kind) || rule.Within.Any(day => day.Kind == kind));
}
