using Xunit.Sdk;

namespace Reseau.Conformance.Sidecar;

/// <summary>A suite nothing fails proves nothing: a sidecar that overlooks etags must not get past it.</summary>
[Collection(SidecarSuite.Name)]
public sealed class ProvingTheSuiteCanFail(SidecarFixture fixture)
{
    [Fact]
    public async Task A_sidecar_that_overlooks_etags_fails_the_etag_checks()
    {
        using var broken = fixture.Sidecar.Through(new EtagLosingHandler());

        await Assert.ThrowsAnyAsync<XunitException>(() => new GuardingStateWithEtags(broken).A_stale_version_is_refused_and_changes_nothing());
        await Assert.ThrowsAnyAsync<XunitException>(() => new GuardingStateWithEtags(broken).Of_writers_at_the_same_version_exactly_one_wins());
    }

    [Fact]
    public async Task And_is_otherwise_good_enough_to_pass_the_others()
    {
        using var broken = fixture.Sidecar.Through(new EtagLosingHandler());

        await new GuardingStateWithEtags(broken).The_current_version_lets_a_writer_through();
    }
}
