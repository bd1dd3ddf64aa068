using System.Net;
using Reseau.Referrals.Notifications;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class PostingToPublicAddresses
{
    [Theory]
    [InlineData("https://hooks.example.org/services/T0/B0?x=1")]
    [InlineData("https://outil.exemple.fr:8443/")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://[2001:4860:4860::8888]/")]
    [InlineData("https://éducation.exemple.fr/")]
    public void A_public_https_address_is_allowed(string url) => Assert.True(PublicAddress.IsAllowed(url, allowLoopback: false));

    [Theory]
    [InlineData("")]
    [InlineData("outil")]
    [InlineData("/outil")]
    [InlineData("http://outil.example.org/")]
    [InlineData("ftp://outil.example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://agent:secret@outil.example.org/")]
    [InlineData("https://localhost/")]
    [InlineData("https://outil.localhost/")]
    [InlineData("https://intranet/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://172.31.255.255/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[64:ff9b::a00:1]/")]
    [InlineData("https://[2002:a00:1::]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://[fe80::1]/")]
    public void Every_other_address_is_refused(string url) => Assert.False(PublicAddress.IsAllowed(url, allowLoopback: false));

    [Theory]
    [InlineData("http://127.0.0.1:9000/", true)]
    [InlineData("http://localhost:9000/", true)]
    [InlineData("https://[::1]/", true)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://outil.example.org/", false)]
    public void This_machine_is_allowed_only_where_it_is_said_so(string url, bool allowed)
    {
        Assert.Equal(allowed, PublicAddress.IsAllowed(url, allowLoopback: true));
        Assert.False(PublicAddress.IsAllowed(url, allowLoopback: false));
    }

    [Fact]
    public async Task A_public_name_that_leads_to_this_machine_is_not_connected_to()
    {
        // As a name whose answer changed since it was checked.
        var refused = await Assert.ThrowsAsync<ChannelException>(async () => await PublicAddress.ConnectAsync(new("localhost", 1), allowLoopback: false, CancellationToken.None));

        Assert.Equal(("ADDRESS_NOT_ALLOWED", true), (refused.Code, refused.IsPermanent));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("2a01:e0a::1", true)]
    [InlineData("::7f00:1", false)]
    public void The_border_is_drawn_where_the_networks_end(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(address)));
}
