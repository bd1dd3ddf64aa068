using FsCheck;
using FsCheck.Fluent;
using Reseau.Kernel.Calendar;

namespace Reseau.Kernel.Tests.Calendar;

/// <summary>What holds of any hours, made at random of the pieces of the notation.</summary>
public sealed class HoursProperties
{
    private static readonly DateTime Start = new(2026, 1, 1);

    private static Gen<string> Clock(int from, int to) => Gen.Choose(from, to).Select(minutes => $"{minutes / 60:00}:{minutes % 60:00}");

    private static readonly Gen<string> Time = Gen.OneOf(
        from opening in Clock(0, 1439) from closing in Clock(0, 1440) select $"{opening}-{closing}",
        from opening in Clock(480, 840) from closing in Clock(840, 1200) select $"{opening}-{closing}",
        from opening in Clock(1200, 1439) from closing in Clock(1440, 2880) select $"{opening}-{closing}",
        Clock(0, 1439).Select(opening => $"{opening}+"),
        from opening in Clock(0, 720) from closing in Clock(721, 1440) select $"{opening}-{closing}+");

    private static readonly Gen<string> Weekday = Gen.Elements("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private static readonly Gen<string> Days = Gen.OneOf(
        Weekday,
        from first in Weekday from last in Weekday select $"{first}-{last}",
        from day in Weekday from rank in Gen.Elements("1", "2", "5", "-1", "-2", "1,3", "2-4", "1,-1") from offset in Gen.Elements("", "", " +1 day", " -3 days") select $"{day}[{rank}]{offset}",
        Gen.Elements("PH", "PH", "SH", "PH -1 day", "PH +1 day"));

    private static readonly Gen<string> Month = Gen.Elements("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static readonly Gen<string> Date = from month in Month from day in Gen.Choose(1, 29) from offset in Gen.Elements("", "", "", " +1 day", " -2 days") select $"{month} {day:00}{offset}";

    private static readonly Gen<string> Dates = Gen.OneOf(
        Month,
        from first in Month from last in Month select $"{first}-{last}",
        Date,
        Date.Select(date => $"{date}+"),
        from first in Date from last in Date select $"{first}-{last}",
        from first in Date from last in Date select $"2026 {first}-2027 {last}",
        from first in Month from last in Month select $"2026 {first}-{last}",
        from month in Month from day in Gen.Choose(1, 14) from last in Gen.Choose(15, 28) select $"{month} {day:00}-{last:00},{last}",
        Gen.Elements("easter", "easter +1 day", "easter -2 days-easter +1 day", "2026 easter +39 days", "easter-Jul 14"));

    private static readonly Gen<string> Weeks = Gen.Elements("week 01-53/2", "week 02-52/2", "week 10-20", "week 5", "week 50-03", "week 1,3,5");

    private static readonly Gen<string> Years = Gen.Elements("2026", "2026-2028", "2025+", "2026-2036/2", "2025,2027", "2026/1");

    private static readonly Gen<string> State = Gen.Elements("off", "closed", "unknown", "open", "\"sur rdv\"", "off \"travaux\"", "open \"urgences\"");

    private static Gen<string> Perhaps(Gen<string> part, int inTen) => Gen.Frequency((inTen, part), (10 - inTen, Gen.Constant("")));

    private static Gen<string> ListOf(Gen<string> item) => from count in Gen.Choose(1, 3) from items in item.ListOf(count) select string.Join(',', items);

    private static readonly Gen<string> Rule =
        from years in Perhaps(Years, 1)
        from dates in Perhaps(Dates, 2)
        from weeks in Perhaps(Weeks, 1)
        from days in Perhaps(ListOf(Days), 8)
        from times in Perhaps(ListOf(Time), 7)
        from state in times.Length == 0 ? State : Perhaps(State, 2)
        select string.Join(' ', new[] { years, dates, weeks, days, times, state }.Where(part => part.Length > 0));

    private static readonly Gen<string> Text =
        from first in Rule
        from count in Gen.Choose(0, 3)
        from rest in (from joint in Gen.Elements("; ", "; ", ", ", " || ") from rule in Rule select joint + rule).ListOf(count)
        select first + string.Concat(rest);

    private static readonly Arbitrary<string> AnyText = Text.ToArbitrary();

    private static readonly Arbitrary<int> AnyMinute = Gen.Choose(0, 2 * 365 * 1440).ToArbitrary();

    [Fact]
    public void The_canonical_text_reads_back_as_equal_hours() => Prop.ForAll(AnyText, text =>
    {
        if (!OpeningHours.TryParse(text, out var hours, out _)) return true;
        var again = OpeningHours.Parse(hours.ToString());
        return hours.Equals(again) && hours.ToString() == again.ToString();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Most_texts_made_of_the_pieces_are_understood() =>
        Assert.InRange(Text.Sample(500).Count(text => OpeningHours.Parse(text) is not null), 450, 500);

    [Fact]
    public void Any_text_is_read_or_refused_and_never_throws() => Prop.ForAll<string>(text =>
    {
        var read = OpeningHours.TryParse(text, out var hours, out var problem);
        return read ? hours!.Equals(OpeningHours.Parse(hours.ToString())) : problem!.Position >= 0 && problem.Position <= (text ?? "").Length;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_text_with_some_characters_lost_or_swapped_is_read_or_refused() => Prop.ForAll(AnyText, Gen.Choose(0, 100_000).ArrayOf().ToArbitrary(), (text, places) =>
    {
        var letters = text.ToCharArray().ToList();
        foreach (var place in places.Where(_ => letters.Count > 1))
        {
            if (place % 2 == 0) letters.RemoveAt(place % letters.Count);
            else letters[place % letters.Count] = letters[place / 2 % letters.Count];
        }
        return !OpeningHours.TryParse(new string([.. letters]), out var hours, out _) || hours.Equals(OpeningHours.Parse(hours.ToString()));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void The_state_of_a_minute_is_that_of_its_interval() => Prop.ForAll(AnyText, AnyMinute, (text, minute) =>
    {
        if (!OpeningHours.TryParse(text, out var hours, out _)) return true;
        var midnight = Start.AddMinutes(minute).Date;
        var intervals = hours.Intervals(DateOnly.FromDateTime(midnight), FrenchHolidays.National);
        return Enumerable.Range(0, 1440).Select(each => midnight.AddMinutes(each)).All(at =>
        {
            var within = intervals.Where(interval => interval.From <= at && at < interval.To).ToList();
            return hours.StateAt(at, FrenchHolidays.National) == (within is [var only] ? only.State : OpenState.Closed);
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_next_opening_is_the_first_open_minute_of_a_scan() => Prop.ForAll(AnyText, AnyMinute, (text, minute) =>
    {
        if (!OpeningHours.TryParse(text, out var hours, out _)) return true;
        var from = Start.AddMinutes(minute);
        var scanned = Minutes(from).FirstOrDefault(at => hours.StateAt(at, FrenchHolidays.National) == OpenState.Open);
        return hours.NextOpening(from, FrenchHolidays.National, TimeSpan.FromDays(10)).GetValueOrDefault() == scanned;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_next_change_is_the_first_other_minute_of_a_scan() => Prop.ForAll(AnyText, AnyMinute, (text, minute) =>
    {
        if (!OpeningHours.TryParse(text, out var hours, out _)) return true;
        var from = Start.AddMinutes(minute);
        var now = hours.StateAt(from, FrenchHolidays.National);
        var scanned = Minutes(from).FirstOrDefault(at => hours.StateAt(at, FrenchHolidays.National) != now);
        return hours.NextChange(from, FrenchHolidays.National, TimeSpan.FromDays(10)).GetValueOrDefault().At == scanned;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // Three days before each of the two jumps of 2026, so that the scan goes over it.
    [Fact]
    public void The_next_opening_of_an_instant_is_the_first_of_a_scan_over_the_jumps_of_the_clock() => Prop.ForAll(AnyText, Gen.Choose(0, 3 * 1440).ToArbitrary(), (text, minute) =>
    {
        if (!OpeningHours.TryParse(text, out var hours, out _)) return true;
        var place = FrenchPlace.Of("29");
        return new[] { new DateTimeOffset(2026, 3, 26, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 22, 12, 0, 0, TimeSpan.Zero) }.All(start =>
        {
            var from = start.AddMinutes(minute);
            var scanned = Enumerable.Range(0, 4 * 1440).Select(each => from.AddMinutes(each)).FirstOrDefault(at => hours.StateAt(at, place) == OpenState.Open);
            return hours.NextOpening(from, place, TimeSpan.FromDays(4)).GetValueOrDefault() == scanned;
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_compiled_week_answers_as_its_rules_do() => Prop.ForAll(AnyText, AnyMinute, (text, minute) =>
    {
        // An addition about a day long past changes nothing but that the week is no longer plain, hence not compiled.
        if (!OpeningHours.TryParse(text, out var hours, out _) || !hours.IsPlainWeek) return true;
        if (!OpeningHours.TryParse($"{hours}, 1900 Jan 01 off", out var evaluated, out _) || evaluated.IsPlainWeek) return false;
        return Minutes(Start.AddMinutes(minute)).All(at => hours.StateAt(at, FrenchHolidays.National) == evaluated.StateAt(at, FrenchHolidays.National));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Any_hours_are_said_in_French_without_words_of_the_notation() => Prop.ForAll(AnyText, text =>
        !OpeningHours.TryParse(text, out var hours, out _)
        || FrenchHours.Lines(hours).All(line => line.Trim() == line && line.Length > 0 && !line.Split(' ').Intersect(["Mo", "PH", "off", "week", "easter"], StringComparer.Ordinal).Any()))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static IEnumerable<DateTime> Minutes(DateTime from) => Enumerable.Range(0, 10 * 1440).Select(each => from.AddMinutes(each));
}
