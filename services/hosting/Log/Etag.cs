using System.Globalization;
using Reseau.Kernel;

namespace Reseau.Hosting.Log;

/// <summary>The version of a stream as callers see it (AIP-154): quoted, opaque.</summary>
public static class Etag
{
    /// <summary>The etag of a version.</summary>
    public static string Of(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Refuses when the caller saw another version; an empty etag means "whatever it is now".</summary>
    /// <exception cref="RefusedException">The resource changed since the caller read it.</exception>
    public static void Check(string etag, string stream, long version)
    {
        if (etag.Length > 0 && etag != Of(version)) throw Stale(stream, version);
    }

    /// <summary>The refusal of a change that rests on another version than this one.</summary>
    public static RefusedException Stale(string stream, long version) =>
        new(new(CommonReasons.StaleEtag, "The resource changed since it was read.", ("resource", stream), ("etag", Of(version))));
}
