using System.Text.Json;

namespace Reseau.Kernel.Tests;

public sealed class ComparingLists
{
    private sealed record Page(ValueList<string> Codes, ValueList<int> Numbers);

    [Fact]
    public void Lists_with_the_same_items_in_the_same_order_are_equal()
    {
        ValueList<string> one = ["a", "b"], same = ["a", "b"], turned = ["b", "a"];

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != turned);
        Assert.Equal(new Page(one, [1]), new Page(same, [1]));
    }

    [Fact]
    public void A_list_that_was_never_set_is_empty()
    {
        Assert.Empty(default(ValueList<string>));
        Assert.True(default == ValueList<string>.Empty);
    }

    [Fact]
    public void In_json_it_is_an_array()
    {
        var page = new Page(["à", "b"], []);
        var json = JsonSerializer.Serialize(page, JsonSerializerOptions.Web);

        Assert.Equal("""{"codes":["\u00E0","b"],"numbers":[]}""", json);
        Assert.Equal(page, JsonSerializer.Deserialize<Page>(json, JsonSerializerOptions.Web));
        Assert.Equal(new Page([], [7]), JsonSerializer.Deserialize<Page>("""{"codes":null,"numbers":[7]}""", JsonSerializerOptions.Web));
        Assert.Equal(new Page([], []), JsonSerializer.Deserialize<Page>("{}", JsonSerializerOptions.Web));
    }
}
