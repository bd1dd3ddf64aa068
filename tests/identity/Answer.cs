using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace Reseau.Identity.Tests;

/// <summary>What a browser received.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Html, string Policy)
{
    /// <summary>A query parameter of the redirection.</summary>
    public string Parameter(string name)
    {
        Assert.True(Location is not null, $"Not a redirection: {Status}\n{Html}");
        return Assert.Single(QueryHelpers.ParseQuery(new Uri(Location).Query)[name])!;
    }
}
