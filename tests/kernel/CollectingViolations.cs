namespace Reseau.Kernel.Tests;

public sealed class CollectingViolations
{
    private readonly Violations _violations = new();

    [Fact]
    public void Every_violation_is_told_at_once_in_the_order_of_the_fields()
    {
        _violations.Required("given_name", "  ", 100);
        _violations.Optional("email", new string('a', 101), 100);
        _violations.FreeText("need", "2 69 05 49 588 157 80", 600);

        var thrown = Assert.Throws<InvalidRequestException>(_violations.ThrowIfAny);

        Assert.Equal([("given_name", "REQUIRED"), ("email", "TOO_LONG"), ("need", "CONTAINS_NIR")], thrown.Violations.Select(v => (v.Field, v.Reason)));
    }

    [Fact]
    public void A_request_without_violations_passes()
    {
        Assert.Equal("Maëlle", _violations.Required("given_name", " Maëlle ", 100));

        _violations.ThrowIfAny();
    }

    [Fact]
    public void Texts_that_look_equal_are_equal() =>
        Assert.Equal("é", _violations.Optional("text", "e\u0301", 1));

    [Fact]
    public void A_message_never_repeats_what_was_typed()
    {
        _violations.FreeText("need", "2 69 05 49 588 157 80", 600);

        var violation = Assert.Single(_violations.Found);
        Assert.DoesNotContain("588", violation.Message + violation.MessageFr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_may_be_as_long_as_its_limit()
    {
        _violations.Optional("text", new string('a', 100), 100);

        Assert.Empty(_violations.Found);
    }
}
