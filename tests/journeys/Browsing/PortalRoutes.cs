using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Browsing;

/// <summary>The addresses that the portal's pages declare, and which of them somebody has been to.</summary>
public sealed partial class PortalRoutes
{
    private readonly IReadOnlyList<(string Template, Regex Address)> _declared;
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    /// <summary>Reads them from the sources.</summary>
    public PortalRoutes()
    {
        _declared =
        [
            .. Repository.Files("gateway/Portal/Pages", ".razor").SelectMany(file => PageDirective().Matches(File.ReadAllText(file)))
                .Select(directive => directive.Groups["template"].Value)
                // The words of an address win over its parameters: /orientations/recues is no referral.
                .OrderBy(template => template.Count(character => character == '{'))
                .Select(template => (template, new Regex($"^{Parameter().Replace(template, "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1)))),
        ];
        Assert.NotEmpty(_declared);
    }

    /// <summary>Where nobody has been yet.</summary>
    public IEnumerable<string> Unseen => _declared.Select(route => route.Template).Where(template => !_seen.ContainsKey(template));

    /// <summary>Somebody is at an address.</summary>
    public void See(string url)
    {
        var path = new Uri(url).AbsolutePath;
        if (_declared.FirstOrDefault(route => route.Address.IsMatch(path)).Template is { } template) _seen[template] = true;
    }

    [GeneratedRegex("""^@page "(?<template>[^"]+)"\s*$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageDirective();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
