using Grpc.Core;

namespace Reseau.Compat.Tests;

public sealed class KnowingThePeer
{
    private static readonly AuthProperty Name = AuthProperty.Create("cn", "café"u8.ToArray());
    private static readonly AuthProperty Other = AuthProperty.Create("san", [1]);

    [Fact]
    public void The_properties_that_identify_are_found_by_their_name()
    {
        var context = new AuthContext("cn", new() { ["cn"] = [Name], ["san"] = [Other] });

        Assert.True(context.IsPeerAuthenticated);
        Assert.Equal("cn", context.PeerIdentityPropertyName);
        Assert.Equal([Name], context.PeerIdentity);
        Assert.Equal(2, context.Properties.Count());
        Assert.Equal([Other], context.FindPropertiesByName("san"));
        Assert.Empty(context.FindPropertiesByName("none"));
    }

    [Fact]
    public void A_peer_that_proved_nothing_has_no_identity()
    {
        var context = new AuthContext(peerIdentityPropertyName: null, []);

        Assert.False(context.IsPeerAuthenticated);
        Assert.Empty(context.PeerIdentity);
    }

    [Fact]
    public void A_property_is_text_and_a_copy_of_its_bytes()
    {
        byte[] given = [65];
        var property = AuthProperty.Create("a", given);
        given[0] = 66;
        property.ValueBytes[0] = 67;

        Assert.Equal("A", property.Value);
        Assert.Equal("café", Name.Value);
    }
}
