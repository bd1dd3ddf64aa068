using System.Diagnostics.CodeAnalysis;

namespace Reseau.Kernel.Calendar;

/// <summary>
/// Reads tokens to rules, by recursive descent without recursion: a rule is years, dates, weeks, days, times, a state and a comment,
/// in that order, each optional. The first thing that does not fit ends the reading.
/// </summary>
internal sealed partial class HoursParser(List<HoursToken> tokens)
{
    private int _at;
    private HoursProblem? _problem;

    private HoursToken Current => tokens[_at];

    public bool TryParse(out ValueList<HoursRule> rules, [NotNullWhen(false)] out HoursProblem? problem)
    {
        var list = new List<HoursRule>();
        var join = RuleJoin.Override;
        SkipSemicolons();
        do
        {
            if (Current.Kind == TokenKind.End)
            {
                // A semicolon may stand at the end; a comma or "||" announces something.
                if (list.Count == 0) Fail(Expectation.Anything);
                else if (join != RuleJoin.Override) Fail(Expectation.Rule);
                break;
            }
            list.Add(Rule(join));
        }
        while (_problem is null && NextJoin(out join));
        (rules, problem) = ([.. list], _problem);
        return problem is null;
    }

    private HoursRule Rule(RuleJoin join)
    {
        var start = _at;
        var (allTime, timed) = (TakeAllTime(), false);
        List<YearRange> years = [];
        List<DateRange> dates = [];
        List<WeekRange> weeks = [];
        List<DayRange> within = [];
        List<DayRange> days = [];
        List<TimeRange> times = [];
        if (!allTime)
        {
            if (AtYear && Next.Kind is not (TokenKind.Month or TokenKind.Easter)) Years(years);
            if (AtDate) Dates(dates);
            if (Take(TokenKind.Week)) Weeks(weeks);
            Take(TokenKind.Colon);
            if (AtDay) Days(within, days);
            Take(TokenKind.Colon);
            timed = TakeAllTime();
            if (!timed && AtTime(days.Count > 0)) Times(times, days.Count > 0);
        }
        var selected = _at > start;
        var state = Current.Kind == TokenKind.State ? (OpenState)TakeValue() : default;
        var comment = Current.Kind == TokenKind.Comment ? Advance().Text! : null;
        if (_at == start) Fail(Expectation.Anything);
        var complete = allTime || timed || times.Count > 0 || state != default || comment is not null;
        if (selected && !complete && Current.Kind == TokenKind.Comma) Fail(Expectation.HoursBeforeComma);
        return new()
        {
            Join = join,
            Years = [.. years],
            Dates = [.. dates],
            Weeks = [.. weeks],
            Within = [.. within],
            Days = [.. days],
            Times = [.. times],
            // A remark alone says that one must ask: "sur rendez-vous".
            State = state != default ? state : comment is null ? OpenState.Open : OpenState.Unknown,
            Comment = comment is "" ? null : comment,
        };
    }

    private bool NextJoin(out RuleJoin join)
    {
        join = RuleJoin.Override;
        switch (Current.Kind)
        {
            case TokenKind.End:
                return false;
            case TokenKind.Semicolon:
                SkipSemicolons();
                // "; ||" is what editors leave when they join lines.
                if (Take(TokenKind.Fallback)) join = RuleJoin.Fallback;
                return true;
            case TokenKind.Comma:
                join = RuleJoin.Additional;
                break;
            case TokenKind.Fallback:
                join = RuleJoin.Fallback;
                break;
            default:
                Fail(AtRule ? Expectation.Separator : Expectation.Anything);
                return false;
        }
        _at++;
        return true;
    }

    private bool AtYear => Current is { Kind: TokenKind.Number, Digits: 4, Value: >= 1000 };

    private bool AtDate => Current.Kind is TokenKind.Month or TokenKind.Easter || (AtYear && Next.Kind is TokenKind.Month or TokenKind.Easter);

    private bool AtDay => Current.Kind is TokenKind.Day or TokenKind.PublicHoliday or TokenKind.SchoolHoliday;

    private bool AtRule => AtYear || AtDate || AtDay || Current.Kind is TokenKind.Week or TokenKind.State or TokenKind.Comment or TokenKind.Number or TokenKind.Time;

    private HoursToken Next => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    // After a day of the week a bare number can only be an hour: "Mo-Fr 9-12".
    private bool AtTime(bool numbers) =>
        Current.Kind == TokenKind.Time || (numbers && Current is { Kind: TokenKind.Number, Digits: <= 2, Value: <= 24 } && !AtAllTime);

    // "24/7", which is three tokens.
    private bool AtAllTime =>
        Current is { Kind: TokenKind.Number, Value: 24 } && Next.Kind == TokenKind.Slash && tokens[_at + 2] is { Kind: TokenKind.Number, Value: 7 };

    private bool TakeAllTime()
    {
        if (!AtAllTime) return false;
        _at += 3;
        return true;
    }

    private void SkipSemicolons()
    {
        while (Current.Kind == TokenKind.Semicolon) _at++;
    }

    private bool Take(TokenKind kind)
    {
        if (Current.Kind != kind) return false;
        _at++;
        return true;
    }

    private HoursToken Advance() => tokens[_at++];

    private int TakeValue() => Advance().Value;

    // Keeps the first problem, and goes to the end: every loop stops there.
    private void Fail(Expectation expected)
    {
        _problem ??= HoursProblem.At(Current.Position, expected);
        _at = tokens.Count - 1;
    }

    private int Number(int minimum, int maximum, Expectation expected)
    {
        if (Current is { Kind: TokenKind.Number } number && number.Value >= minimum && number.Value <= maximum) return TakeValue();
        Fail(expected);
        return minimum;
    }
}
