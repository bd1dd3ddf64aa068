using Reseau.Conventions.Domain;
using Reseau.Hosting.Access;

namespace Reseau.Conventions.Rpc;

/// <summary>Who may see which convention: its author and its parties, and whoever animates the network or administers it; a draft, nobody but its author.</summary>
internal static class Reach
{
    /// <summary>Whether the caller may see a convention.</summary>
    public static bool Sees(Caller caller, Convention convention) =>
        convention.SidesOf(caller.Institution).Count > 0 || (caller.LooksAfterNetwork && !convention.IsPrivate);

    /// <summary>Whether the caller may hear of an event.</summary>
    public static bool Hears(Caller caller, ConventionEvent happened) =>
        happened.Between.Author == caller.Institution || happened.Between.Parties.Contains(caller.Institution, StringComparer.Ordinal)
        || (caller.LooksAfterNetwork && happened.Between.Parties.Count > 0);
}
