namespace Reseau.Kernel.Calendar;

// Days of the week, holidays and times.
internal sealed partial class HoursParser
{
    private const int Midnight = DayPainter.Minutes;

    private void Days(List<DayRange> within, List<DayRange> days)
    {
        DayList(days);
        // "PH Mo-Fr": holidays, then days without a comma, are days of those holidays.
        if (Current.Kind != TokenKind.Day || days.Exists(day => day.Kind == DayKind.Weekday)) return;
        within.AddRange(days);
        days.Clear();
        DayList(days);
    }

    private void DayList(List<DayRange> days)
    {
        do
        {
            days.Add(DayOrRange());
        }
        while (Current.Kind == TokenKind.Comma && Next.Kind is TokenKind.Day or TokenKind.PublicHoliday or TokenKind.SchoolHoliday && Take(TokenKind.Comma));
    }

    private DayRange DayOrRange()
    {
        if (Take(TokenKind.PublicHoliday)) return new(DayKind.PublicHoliday, 0, 0, 0, Offset());
        if (Take(TokenKind.SchoolHoliday)) return new(DayKind.SchoolHoliday, 0, 0, 0, Offset());
        var from = Day();
        var offset = Offset();
        if (offset != 0) return new(DayKind.Weekday, from, from, 0, offset);
        if (Take(TokenKind.OpenBracket)) return new(DayKind.Weekday, from, from, Ranks(), Offset());
        if (!Take(TokenKind.Hyphen)) return new(DayKind.Weekday, from, from, 0, 0);
        var to = Day();
        if (Current.Kind == TokenKind.OpenBracket) Fail(Expectation.OneDayForRank);
        return new(DayKind.Weekday, from, to, 0, 0);
    }

    private int Day()
    {
        if (Current.Kind == TokenKind.Day) return TakeValue();
        Fail(Expectation.Day);
        return 0;
    }

    // After "[": "1,3]", "1-3]", "-1]".
    private int Ranks()
    {
        var ranks = 0;
        do
        {
            var fromEnd = Take(TokenKind.Hyphen);
            var first = Number(1, 5, Expectation.Occurrence);
            var last = !fromEnd && Take(TokenKind.Hyphen) ? Number(first, 5, Expectation.Occurrence) : first;
            for (var rank = first; rank <= last; rank++) ranks |= DayRange.RankBit(fromEnd ? -rank : rank);
        }
        while (Take(TokenKind.Comma));
        if (!Take(TokenKind.CloseBracket)) Fail(Expectation.ClosingBracket);
        return ranks;
    }

    // Between two ranges a comma may be missing: what follows a closing time can only be an opening time.
    private void Times(List<TimeRange> times, bool numbers)
    {
        do
        {
            times.Add(Range(numbers));
        }
        while (_problem is null && (AtTime(numbers) || (AtTimeAfterComma(numbers) && Take(TokenKind.Comma))));
    }

    private bool AtTimeAfterComma(bool numbers)
    {
        if (Current.Kind != TokenKind.Comma) return false;
        _at++;
        var time = AtTime(numbers);
        _at--;
        return time;
    }

    private TimeRange Range(bool numbers)
    {
        var position = _at;
        var from = Time(numbers);
        if (from >= Midnight)
        {
            _at = position;
            Fail(Expectation.ValidTime);
        }
        if (Take(TokenKind.Plus)) return new(from, from, OpenEnd: true);
        if (!Take(TokenKind.Hyphen))
        {
            Fail(Expectation.EndOfTime);
            return default;
        }
        position = _at;
        var until = Time(numbers);
        if (until > 2 * Midnight)
        {
            _at = position;
            Fail(Expectation.EndWithin48);
        }
        // "22:00-02:00" ends the next day; so does "10:00-10:00", after 24 hours.
        if (until <= from) until += Midnight;
        return new(from, until, Take(TokenKind.Plus));
    }

    private int Time(bool numbers)
    {
        if (Current.Kind == TokenKind.Time) return TakeValue();
        if (AtTime(numbers)) return TakeValue() * 60;
        Fail(Expectation.Time);
        return 0;
    }
}
