using System.Globalization;
using System.Text.Json.Nodes;
using Reseau.Kernel.Calendar;

namespace Reseau.Gateway.OpenData.Hsds;

/// <summary>
/// Opening hours as HSDS schedules. HSDS repeats weeks, so hours that are the same every week become one schedule for each time of day;
/// others keep their sentence alone. The OpenStreetMap notation goes along as a note: it says all of it.
/// </summary>
internal static class HsdsSchedules
{
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    // Any week without a public holiday.
    private static readonly DateOnly Monday = new(2024, 1, 8);

    public static IReadOnlyCollection<JsonObject> Of(string owner, string link, string notation)
    {
        if (notation.Length == 0) return [];
        if (OpeningHours.Parse(notation) is not { IsPlainWeek: true } hours) return [Schedule(owner, link, notation, "all")];
        var week = from day in Enumerable.Range(0, Days.Length)
                   from open in hours.Intervals(Monday.AddDays(day), FrenchHolidays.National)
                   where open.State == OpenState.Open
                   group Days[day] by (Opens: Time(open.From), Closes: Time(open.To));
        List<JsonObject> schedules = [];
        foreach (var times in week)
        {
            var schedule = Schedule(owner, link, notation, $"{times.Key.Opens}-{times.Key.Closes}");
            (schedule["freq"], schedule["wkst"], schedule["interval"]) = ("WEEKLY", "MO", 1);
            schedule["byday"] = string.Join(',', times);
            (schedule["opens_at"], schedule["closes_at"]) = (times.Key.Opens, times.Key.Closes);
            schedules.Add(schedule);
        }

        return schedules.Count > 0 ? schedules : [Schedule(owner, link, notation, "all")];
    }

    private static JsonObject Schedule(string owner, string link, string notation, string part) => new()
    {
        ["id"] = HsdsMapper.PartId(owner, $"schedule/{part}"),
        [link] = owner,
        ["description"] = string.Join(" ; ", FrenchHours.Lines(notation)),
        ["notes"] = notation,
    };

    private static string Time(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
