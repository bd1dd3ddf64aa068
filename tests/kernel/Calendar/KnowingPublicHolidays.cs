using System.Globalization;
using Reseau.Kernel.Calendar;

namespace Reseau.Kernel.Tests.Calendar;

public sealed class KnowingPublicHolidays
{
    [Fact]
    public void The_whole_country_has_eleven_each_with_its_name() => Assert.Equal(
        ["01-01 Jour de l'An", "04-06 Lundi de Pâques", "05-01 Fête du Travail", "05-08 Victoire 1945", "05-14 Ascension", "05-25 Lundi de Pentecôte",
            "07-14 Fête nationale", "08-15 Assomption", "11-01 Toussaint", "11-11 Armistice 1918", "12-25 Noël"],
        FrenchHolidays.National.InYear(2026).Select(holiday => $"{holiday.Date.ToString("MM-dd", CultureInfo.InvariantCulture)} {holiday.Name}"));

    [Theory]
    [InlineData("57", "2026-04-03", "Vendredi saint")]
    [InlineData("67", "2026-12-26", "Saint-Étienne")]
    [InlineData("68066", "2026-12-26", "Saint-Étienne")]
    [InlineData("971", "2026-05-27", "Abolition de l'esclavage")]
    [InlineData("97209", "2026-05-22", "Abolition de l'esclavage")]
    [InlineData("973", "2026-06-10", "Abolition de l'esclavage")]
    [InlineData("974", "2026-12-20", "Abolition de l'esclavage")]
    [InlineData("976", "2026-04-27", "Abolition de l'esclavage")]
    [InlineData("977", "2026-10-09", "Abolition de l'esclavage")]
    [InlineData("978", "2026-05-28", "Abolition de l'esclavage")]
    public void Some_departements_have_their_own(string departement, string day, string name)
    {
        Assert.Equal(name, FrenchHolidays.Of(departement).NameOf(Hours.Day(day)));
        Assert.Null(FrenchHolidays.National.NameOf(Hours.Day(day)));
    }

    [Theory]
    [InlineData("35", 11)]
    [InlineData("2A", 11)]
    [InlineData("88", 11)]
    [InlineData("57", 13)]
    [InlineData("974", 12)]
    [InlineData("975", 11)]
    [InlineData(null, 11)]
    public void Their_number_depends_on_the_departement(string? departement, int count) =>
        Assert.Equal(count, FrenchHolidays.Of(departement).InYear(2026).Count);

    [Theory]
    [InlineData(1818, "1818-03-22")]
    [InlineData(1943, "1943-04-25")]
    [InlineData(1961, "1961-04-02")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2011, "2011-04-24")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is(int year, string day) => Assert.Equal(Hours.Day(day), Easter.Of(year));

    [Fact]
    public void Easter_is_a_Sunday_from_22_March_to_25_April() => Assert.All(Enumerable.Range(1600, 2000).Select(Easter.Of), easter =>
    {
        Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
        Assert.InRange(easter, new(easter.Year, 3, 22), new(easter.Year, 4, 25));
    });

    [Theory]
    [InlineData("35", "Europe/Paris")]
    [InlineData("2A004", "Europe/Paris")]
    [InlineData("971", "America/Guadeloupe")]
    [InlineData("972", "America/Martinique")]
    [InlineData("973", "America/Cayenne")]
    [InlineData("97411", "Indian/Reunion")]
    [InlineData("975", "America/Miquelon")]
    [InlineData("976", "Indian/Mayotte")]
    [InlineData("986", "Pacific/Wallis")]
    [InlineData("987", "Pacific/Tahiti")]
    [InlineData("988", "Pacific/Noumea")]
    [InlineData("", "Europe/Paris")]
    [InlineData("9", "Europe/Paris")]
    [InlineData(null, "Europe/Paris")]
    public void Each_departement_has_its_zone(string? departement, string zone)
    {
        Assert.Equal(zone, FrenchTime.ZoneIdOf(departement));
        Assert.NotNull(FrenchTime.ZoneOf(departement));
    }
}
