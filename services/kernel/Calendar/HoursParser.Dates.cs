namespace Reseau.Kernel.Calendar;

// Years, months, dates and weeks.
internal sealed partial class HoursParser
{
    private const int FarthestOffset = 366;

    private void Years(List<YearRange> years)
    {
        do
        {
            var from = Number(1000, YearRange.NoEnd, Expectation.Year);
            var to = Take(TokenKind.Plus) ? YearRange.NoEnd : Take(TokenKind.Hyphen) ? Number(from, YearRange.NoEnd, Expectation.Year) : from;
            years.Add(new(from, to, Step()));
        }
        while (AtYearAfterComma() && Take(TokenKind.Comma));
    }

    private bool AtYearAfterComma() => Current.Kind == TokenKind.Comma && Next is { Kind: TokenKind.Number, Digits: 4, Value: >= 1000 };

    private void Weeks(List<WeekRange> weeks)
    {
        do
        {
            var from = Number(1, 53, Expectation.Week);
            var to = Take(TokenKind.Hyphen) ? Number(1, 53, Expectation.Week) : from;
            // Over the new year there is no telling where a step would go on: a year has 52 or 53 weeks.
            weeks.Add(new(from, to, from <= to ? Step() : 1));
        }
        while (Current.Kind == TokenKind.Comma && Next.Kind == TokenKind.Number && Take(TokenKind.Comma));
    }

    private int Step() => Take(TokenKind.Slash) ? Number(1, 1000, Expectation.Step) : 1;

    private void Dates(List<DateRange> dates)
    {
        var year = 0;
        do
        {
            // "Jul 10-14,20": the month goes on.
            var range = Current.Kind == TokenKind.Number && !AtYear ? SameMonth(dates[^1].To) : DateOrRange(year);
            dates.Add(range);
            // "2026 Jul 14,Aug 15": so does the year.
            year = range.To.Year;
        }
        while (_problem is null && AtDateAfterComma(dates[^1]) && Take(TokenKind.Comma));
    }

    private bool AtDateAfterComma(DateRange last)
    {
        if (Current.Kind != TokenKind.Comma) return false;
        if (Next.Kind is TokenKind.Month or TokenKind.Easter) return true;
        var after = tokens[Math.Min(_at + 2, tokens.Count - 1)].Kind;
        if (Next is { Kind: TokenKind.Number, Digits: 4 }) return after is TokenKind.Month or TokenKind.Easter;
        return Next is { Kind: TokenKind.Number, Digits: <= 2 } && last.To.Day > 0 && !last.NoEnd;
    }

    private DateRange SameMonth(DatePoint last)
    {
        var from = last with { Day = DayOfMonth(last.Month), Offset = 0 };
        return Current.Kind == TokenKind.Hyphen ? ToEnd(from) : new(from, from, NoEnd: false);
    }

    private DateRange DateOrRange(int year)
    {
        var from = Point(year);
        if (Take(TokenKind.Plus)) return new(from, from, NoEnd: true);
        return Current.Kind == TokenKind.Hyphen ? ToEnd(from) : new(from, from, NoEnd: false);
    }

    private DateRange ToEnd(DatePoint first)
    {
        Take(TokenKind.Hyphen);
        var statesYear = AtYear;
        var to = Current.Kind == TokenKind.Number && !statesYear && first.Day > 0
            ? first with { Day = DayOfMonth(first.Month), Offset = Offset() }
            : Point(first.Year);
        if (to.Year != 0 && first.Year == 0) Fail(Expectation.FirstYear);
        if (first.Year == 0 || _problem is not null) return new(first, to, NoEnd: false);
        // "2026 Dec 20-Jan 05" ends in 2027.
        if (!statesYear && to.Last(to.Year) < first.First(first.Year)) to = to with { Year = Math.Min(to.Year + 1, YearRange.NoEnd) };
        if (to.Last(to.Year) < first.First(first.Year)) Fail(Expectation.LaterDate);
        return new(first, to, NoEnd: false);
    }

    private DatePoint Point(int year)
    {
        if (AtYear) year = TakeValue();
        if (Take(TokenKind.Easter)) return new(year, 0, 0, Offset());
        if (Current.Kind != TokenKind.Month)
        {
            Fail(Expectation.Date);
            return default;
        }
        var month = TakeValue();
        // "Jul 9h-12h" is every day of July: the scanner has made hours of what has the sign of hours.
        return Current is { Kind: TokenKind.Number, Digits: <= 2 } ? new(year, month, DayOfMonth(month), Offset()) : new(year, month, 0, 0);
    }

    // 2024 is a leap year: 29 February exists, in some years.
    private int DayOfMonth(int month) => Number(1, month == 0 ? 1 : DateTime.DaysInMonth(2024, month), Expectation.DayOfMonth);

    // "+1 day", "-2 days".
    private int Offset()
    {
        if (Current.Kind is not (TokenKind.Plus or TokenKind.Hyphen) || Next.Kind != TokenKind.Number
            || tokens[Math.Min(_at + 2, tokens.Count - 1)].Kind != TokenKind.DayUnit)
            return 0;
        var sign = Advance().Kind == TokenKind.Plus ? 1 : -1;
        var days = Number(0, FarthestOffset, Expectation.Offset);
        Take(TokenKind.DayUnit);
        return sign * days;
    }
}
