using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Portal;

/// <summary>The words, colours and bars that stand for what professionals hold.</summary>
public sealed class NamingWhatProfessionalsHold
{
    private static readonly DateOnly Today = new(2026, 3, 15);

    [Fact]
    public void Every_value_a_person_may_see_has_a_French_name()
    {
        Assert.All(Values<Function>(), function => Assert.NotEqual(function.ToString(), ProfessionalWords.Of(function)));
        Assert.All(Enum.GetValues<SkillLevel>(), level => Assert.NotEqual(level.ToString(), ProfessionalWords.Of(level)));
        Assert.All(Values<Plan.Types.State>(), state => Assert.NotEqual(state.ToString(), ProfessionalWords.Of(state)));
        Assert.All(Values<Plan.Types.State>(), state => Assert.NotEqual(state.ToString(), Label.OfProfessional("plan-meaning", state)));
        // Figures name functions as the contract does.
        Assert.All(Values<Function>(), function =>
        {
            var name = typeof(Function).GetField(function.ToString())!.GetCustomAttributes(typeof(Google.Protobuf.Reflection.OriginalNameAttribute), inherit: false).Cast<Google.Protobuf.Reflection.OriginalNameAttribute>().Single().Name;
            Assert.Equal(ProfessionalWords.Of(function), ProfessionalWords.FunctionOf(name["FUNCTION_".Length..]));
        });
    }

    [Theory]
    [InlineData(0, "Sans fin")]
    [InlineData(12, "1 an")]
    [InlineData(36, "3 ans")]
    [InlineData(18, "18 mois")]
    public void A_duration_is_said_in_years_when_it_is_whole_years(int months, string french) => Assert.Equal(french, ProfessionalWords.Duration(months));

    [Theory]
    [InlineData(0, "aujourd’hui")]
    [InlineData(1, "demain")]
    [InlineData(12, "dans 12 jours")]
    [InlineData(-1, "depuis hier")]
    [InlineData(-40, "depuis 40 jours")]
    public void The_way_to_a_last_day_is_said_in_days(int days, string french) => Assert.Equal(french, ProfessionalWords.Until(Today.AddDays(days), Today));

    [Fact]
    public void Who_has_left_or_is_to_come_is_said_and_nothing_of_who_is_there()
    {
        Assert.Equal("", ProfessionalWords.Presence(new() { ArrivalDate = Day(2026, 3, 15) }, Today));
        Assert.Equal("Arrivée le 16 mars 2026", ProfessionalWords.Presence(new() { ArrivalDate = Day(2026, 3, 16) }, Today));
        Assert.Equal("Présence jusqu’au 15 mars 2026", ProfessionalWords.Presence(new() { DepartureDate = Day(2026, 3, 15) }, Today));
        Assert.Equal("Départ le 14 mars 2026", ProfessionalWords.Presence(new() { ArrivalDate = Day(2026, 3, 1), DepartureDate = Day(2026, 3, 14) }, Today));
    }

    [Fact]
    public void A_habilitation_is_withdrawn_holds_is_to_come_or_is_over()
    {
        Assert.Equal("Retirée", ProfessionalWords.Standing(new() { Revoked = true, Holds = false }, Today).Word);
        Assert.Equal("Valable", ProfessionalWords.Standing(new() { Holds = true }, Today).Word);
        Assert.Equal("Pas encore valable", ProfessionalWords.Standing(new() { ValidFrom = Day(2026, 3, 16) }, Today).Word);
        Assert.Equal("Terminée", ProfessionalWords.Standing(new() { ValidFrom = Day(2025, 3, 16), ValidUntil = Day(2026, 3, 14) }, Today).Word);
    }

    [Theory]
    [InlineData(-1, 40, "moins de 5", "")]
    [InlineData(0, 40, "0", "heat-0")]
    [InlineData(9, 40, "9 (22 %)", "heat-1")]
    [InlineData(10, 40, "10 (25 %)", "heat-2")]
    [InlineData(29, 40, "29 (72 %)", "heat-3")]
    [InlineData(30, 40, "30 (75 %)", "heat-4")]
    [InlineData(8, -1, "8", "")]
    public void A_cell_of_the_heat_map_has_the_colour_of_its_share(int holders, int persons, string text, string tone)
    {
        var cell = HeatCell.Of(holders, persons);

        Assert.Equal((text, tone), (cell.Text.Replace('\u00A0', ' '), cell.Tone));
    }

    [Fact]
    public void Bars_share_one_scale_their_parts_touch_and_what_is_not_given_is_not_drawn()
    {
        var drawing = BarDrawing.Of([("A", [(30, "x"), (10, "y")], "40"), ("Une institution dont le nom est vraiment très long", [(-1, "x"), (20, "y")], "?")]);

        Assert.Equal([new(250, 270, "x"), new(520, 90, "y")], drawing.Bars[0].Parts);
        Assert.Equal([new BarDrawing.Part(250, 180, "y")], drawing.Bars[1].Parts);
        Assert.Equal((610, 430), (drawing.Bars[0].EndX, drawing.Bars[1].EndX));
        Assert.Equal("Une institution dont le nom est…", drawing.Bars[1].Label);
        Assert.Equal((70, 0), (drawing.Height, drawing.Left));
        Assert.Equal(5, BarDrawing.Of([.. Enumerable.Repeat(("A", (IReadOnlyList<(double, string)>)[(0, "x")], "0"), 25)]).Left);
    }

    private static Google.Type.Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private static IEnumerable<TEnum> Values<TEnum>() where TEnum : struct, Enum => Enum.GetValues<TEnum>().Where(value => !value.Equals(default(TEnum)));
}
