using Reseau.Training.Domain.Figures;

namespace Reseau.Training.Tests.Figures;

public sealed class TellingWhatBecameOfSeats
{
    [Fact]
    public void What_is_told_adds_up()
    {
        var (groups, total) = SeatSuppression.Tell([Group("a", 20, 6, 8, 700_00), Group("b", 30, 5, 9, 300_01)], offered: 100);

        Assert.Equal([26, 35], groups.Select(group => group.Attended));
        Assert.Equal((61, 50, 17, 100, 1000_01L), (total.Attended, total.Completed, total.Absent, total.Offered, total.CostCents));
        // To the nearest cent: 1 000,01 € for 50 persons.
        Assert.Equal(20_00, total.CostPerCompletedCents);
        Assert.Equal((0, 0), (total.Withdrawn, total.NotServed));
    }

    [Fact]
    public void Without_anybody_who_completed_nobody_cost_anything() => Assert.Equal(0, SeatSuppression.Tell([Group("a", 0, 0, 9, 900)], 10).Total.CostPerCompletedCents);

    [Fact]
    public void A_few_absent_take_those_with_them_who_were_there_and_what_their_seats_cost()
    {
        var (groups, total) = SeatSuppression.Tell([Group("a", 20, 0, 2, 22_00), Group("b", 30, 0, 9, 39_00), Group("c", 40, 0, 12, 52_00)], 200);

        // The seats of a session that are taken are shown to everyone: 22 less 20 are 2, and so is their cost by the cost of a seat.
        Assert.Equal([null, null, 40], groups.Select(group => group.Attended));
        Assert.Equal([null, null, 12], groups.Select(group => group.Absent));
        Assert.Equal([null, null, 52_00L], groups.Select(group => group.CostCents));
        Assert.Equal([20, 30, 40], groups.Select(group => group.Completed));
        Assert.All(groups.Take(2), group => Assert.Null(group.CostPerCompletedCents));
        Assert.Equal((90, 23, 113_00L), (total.Attended, total.Absent, total.CostCents));
    }

    [Fact]
    public void Where_those_who_completed_are_few_neither_is_their_number_told_nor_what_each_cost()
    {
        var (groups, total) = SeatSuppression.Tell([Group("a", 3, 20, 0, 100), Group("b", 0, 9, 0, 100)], 60);

        Assert.Equal((null, 23, 100, null), (groups[0].Completed, groups[0].Attended, groups[0].CostCents, groups[0].CostPerCompletedCents));
        Assert.Equal((null, 32, null), (total.Completed, total.Attended, total.CostPerCompletedCents));
        Assert.Equal(0, groups[1].Completed);
    }

    [Fact]
    public void Of_ones_own_everything_is_told()
    {
        var own = new SeatUse { Completed = 1, Absent = 2, Refused = 3, CostCents = 300 };
        var (groups, total) = SeatSuppression.Tell([new("a", 12, own, SeatUse.None), new("b", 12, SeatUse.None, new() { Completed = 9, Refused = 2, CostCents = 900 })], 24);

        Assert.Equal((1, 2, 3, 300L), (groups[0].Attended, groups[0].Absent, groups[0].Refused, groups[0].CostCents));
        // What the others are is the total less one's own.
        Assert.Equal((9, null), (groups[1].Attended, groups[1].Refused));
        Assert.Equal((10, null, 1200L), (total.Attended, total.Refused, total.CostCents));
    }

    private static SeatGroup Group(string key, int completed, int partly, int absent, long cents) =>
        new(key, 50, SeatUse.None, new() { Completed = completed, Partly = partly, Absent = absent, CostCents = cents });
}
