namespace Reseau.Kernel.Tests;

public sealed class Deciding
{
    [Fact]
    public void An_event_is_a_decision_without_refusal()
    {
        Decision<string> decision = "happened";

        Assert.Equal(["happened"], decision.EventsOrThrow());
        Assert.Null(decision.Refusal);
    }

    [Fact]
    public void A_refusal_is_a_decision_without_events()
    {
        var refusal = new Refusal("TOO_LATE", "It is too late.", ("state", "CLOSED"));
        Decision<string> decision = refusal;

        Assert.Empty(decision.Events);
        Assert.Same(refusal, Assert.Throws<RefusedException>(() => decision.EventsOrThrow()).Refusal);
    }

    [Fact]
    public void Repeating_what_already_is_decides_nothing_and_succeeds() => Assert.Empty(Decision.Nothing<string>().EventsOrThrow());
}
