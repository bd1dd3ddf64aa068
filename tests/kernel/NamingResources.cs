using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Reseau.Kernel.Tests;

public sealed class NamingResources
{
    [Theory]
    [InlineData("dora--1234", "services/dora--1234")]
    [InlineData("a/b", "services/a%2Fb")]
    [InlineData("été 2026", "services/%C3%A9t%C3%A9%202026")]
    [InlineData("100%", "services/100%25")]
    [InlineData("A-Za.z_0~9", "services/A-Za.z_0~9")]
    public void An_id_of_another_system_survives_in_a_name(string id, string name) => Assert.Equal(name, ResourceName.Of("services", id).ToString());

    [Fact]
    public void Any_id_comes_back_from_its_name() => Prop.ForAll<NonEmptyString>(given =>
    {
        var id = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(given.Get));
        var name = ResourceName.Of("services", id);
        return name.Id.Length > 200
            || (ResourceName.TryParse(name.ToString(), "services", out var read) && read == name && Uri.UnescapeDataString(read.Id) == id);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("services")]
    [InlineData("services/")]
    [InlineData("referrals/1")]
    [InlineData("servicesx/1")]
    [InlineData("Services/1")]
    [InlineData("services/a/b")]
    [InlineData("services/a b")]
    [InlineData("services/é")]
    [InlineData("services/a?x=1")]
    [InlineData("services/%")]
    [InlineData("services/%zz")]
    [InlineData("services/a%2fb")]
    [InlineData("services/%41")]
    public void What_is_no_name_of_the_collection_is_refused(string text) => Assert.False(ResourceName.TryParse(text, "services", out _));

    [Fact]
    public void An_id_has_two_hundred_characters_at_most()
    {
        Assert.True(ResourceName.TryParse($"services/{new string('a', 200)}", "services", out _));
        Assert.False(ResourceName.TryParse($"services/{new string('a', 201)}", "services", out _));
    }

    [Fact]
    public void A_wrong_name_is_one_violation_of_its_field()
    {
        var violations = new Violations();

        ResourceName.Parse("caf-35", "institutions", "recipient", violations);

        var violation = Assert.Single(violations.Found);
        Assert.Equal(("recipient", "NOT_A_RESOURCE_NAME"), (violation.Field, violation.Reason));
        Assert.DoesNotContain("caf-35", violation.Message + violation.MessageFr, StringComparison.Ordinal);
    }
}
