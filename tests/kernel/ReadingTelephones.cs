namespace Reseau.Kernel.Tests;

public sealed class ReadingTelephones
{
    [Theory]
    [InlineData("02 61 91 00 12", "0261910012")]
    [InlineData("02.61.91.00.12", "0261910012")]
    [InlineData("02 61\u202f91-00-12", "0261910012")]
    [InlineData("+33 2 61 91 00 12", "+33261910012")]
    [InlineData("+33 (0)2 61 91 00 12", "+33261910012")]
    [InlineData("+33(0)261910012", "+33261910012")]
    [InlineData("+33 (0) 2 61 91 00 12", "+33261910012")]
    [InlineData("+330261910012", "+33261910012")]
    [InlineData("+262 (0)2 62 00 00 00", "+262262000000")]
    [InlineData("+39 06 0000 0000", "+390600000000")]
    public void A_number_is_what_is_dialled(string typed, string dialled)
    {
        Assert.Equal(dialled, PhoneNumber.Compact(typed));
        Assert.True(PhoneNumber.IsNumber(typed));
        Assert.Equal(dialled, PhoneNumber.Compact(PhoneNumber.Compact(typed)));
    }

    [Theory]
    [InlineData("+33 (0)2 61 91 00 12", "0261910012")]
    [InlineData("02 61 91 00 12", "0261910012")]
    [InlineData("+262 (0)2 62 00 00 00", "+262262000000")]
    [InlineData("39 49", "3949")]
    [InlineData("", "")]
    public void All_ways_to_write_a_number_are_equal_where_it_is_dialled_at_home(string typed, string dialled) => Assert.Equal(dialled, PhoneNumber.AtHome(typed));

    [Theory]
    [InlineData("+33 (0)2 61 91 00 12", "+33 2 61 91 00 12")]
    [InlineData("+33(0)2.61.91.00.12", "+33 2.61.91.00.12")]
    [InlineData("+33 02 61 91 00 12", "+33 2 61 91 00 12")]
    [InlineData("02 61 91 00 12", "02 61 91 00 12")]
    [InlineData("39 49", "39 49")]
    public void What_is_not_dialled_is_taken_away_and_the_rest_stays_as_written(string typed, string tidy) => Assert.Equal(tidy, PhoneNumber.Tidy(typed));

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("00 61 91 00 12")]
    [InlineData("02 61 91 00")]
    [InlineData("+33 2 61 91 00")]
    [InlineData("+33 2 61 91 00 12 34")]
    [InlineData("+33 0")]
    [InlineData("+0 261 91 00 12")]
    [InlineData("02 61 91 00 12\n02 61 91 00 13")]
    [InlineData("appeler le matin")]
    public void Anything_else_is_no_number(string typed) => Assert.False(PhoneNumber.IsNumber(typed) || PhoneNumber.IsShort(typed));

    [Theory]
    [InlineData("115")]
    [InlineData("39 49")]
    public void A_short_number_is_one_of_France_alone(string typed)
    {
        Assert.True(PhoneNumber.IsShort(typed));
        Assert.False(PhoneNumber.IsNumber(typed));
    }
}
