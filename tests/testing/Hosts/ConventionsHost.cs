using Microsoft.AspNetCore.Builder;
using Reseau.Conventions;
using Reseau.Conventions.V1;
using Reseau.Conventions.Views;

namespace Reseau.Testing.Hosts;

/// <summary>The convention service, running.</summary>
public sealed class ConventionsHost() : ServiceHost<ConventionsDb>("conventions")
{
    /// <summary>A client without token.</summary>
    public ConventionsService.ConventionsServiceClient Anonymous => new(Channel);

    /// <summary>A client with the token of a demo client or person.</summary>
    public async Task<ConventionsService.ConventionsServiceClient> ClientAsync(string account) => new(await AsAsync(account));

    /// <summary>The same, of the templates.</summary>
    public async Task<TemplatesService.TemplatesServiceClient> TemplatesAsync(string account) => new(await AsAsync(account));

    /// <summary>The same, of the governance bodies.</summary>
    public async Task<BodiesService.BodiesServiceClient> BodiesAsync(string account) => new(await AsAsync(account));

    /// <inheritdoc />
    protected override WebApplication Build(Action<WebApplicationBuilder> host) => ConventionsApp.Build([], host);
}
