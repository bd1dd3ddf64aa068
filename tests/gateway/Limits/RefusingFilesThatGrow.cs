using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Gateway.Portal.Imports;
using Reseau.Gateway.Tests.Hosts;

namespace Reseau.Gateway.Tests.Limits;

public sealed class RefusingFilesThatGrow(RefusingFilesThatGrow.NarrowHost host) : IClassFixture<RefusingFilesThatGrow.NarrowHost>
{
    private const long Most = 80L << 20;

    // Other tests work in the same process.
    private const long Much = 40L << 20;

    [Fact]
    public async Task A_file_whose_length_nobody_said_is_refused_where_it_becomes_too_long_and_was_never_in_memory()
    {
        using var browser = await host.SignedInAsync("sofia.mission");
        var form = await browser.OpenAsync("/reseau/import");
        // With the form around it, it is a little too long: whoever still sends when the answer comes may not hear it.
        var file = new LongFile(Most, declared: false);
        var before = LongFile.Held();

        var refused = await browser.UploadAsync(form, "type=\"file\"", ImportUpload.FileField, "annuaire.json", file, ("format", "CartoJson"), ("institution", "ccas-rennes"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("Envoi trop volumineux", refused.Text, StringComparison.Ordinal);
        Assert.True(file.HeldAtMost - before < Much, $"{(file.HeldAtMost - before) >> 20} MB more than before");
    }

    public sealed class NarrowHost : GatewayHost
    {
        protected override void Adjust(IServiceCollection services) => services.AddSingleton<IStartupFilter>(new NarrowedBodies(Most));
    }
}
