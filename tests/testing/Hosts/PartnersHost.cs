using Microsoft.AspNetCore.Builder;
using Reseau.Partners;
using Reseau.Partners.V1;
using Reseau.Partners.Views;

namespace Reseau.Testing.Hosts;

/// <summary>The partner directory, running.</summary>
public sealed class PartnersHost() : ServiceHost<PartnersDb>("partners")
{
    /// <summary>A client without token.</summary>
    public PartnersService.PartnersServiceClient Anonymous => new(Channel);

    /// <summary>A client with the token of a demo client or person.</summary>
    public async Task<PartnersService.PartnersServiceClient> ClientAsync(string account) => new(await AsAsync(account));

    /// <inheritdoc />
    protected override WebApplication Build(Action<WebApplicationBuilder> host) => PartnersApp.Build([], host);
}
