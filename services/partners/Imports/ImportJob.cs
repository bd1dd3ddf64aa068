using DirectoryFormat = Reseau.Partners.V1.DirectoryFormat;

namespace Reseau.Partners.Imports;

/// <summary>An import that somebody asked for.</summary>
/// <param name="Name"><c>imports/{import}</c>.</param>
/// <param name="Format">How the file is written.</param>
/// <param name="Institution">Id of the institution that holds what is new.</param>
/// <param name="DryRun">Checks and reports only.</param>
/// <param name="Importer">Institution of the caller; empty for an administrator of the platform.</param>
/// <param name="Actor">Subject of the caller.</param>
/// <param name="ReachesAll">Whether the caller may change the records of any institution.</param>
/// <param name="TraceId">W3C trace id.</param>
internal sealed record ImportJob(
    string Name, DirectoryFormat Format, string Institution, bool DryRun, string Importer, string Actor, bool ReachesAll, string TraceId)
{
    /// <summary>Whether the caller may change records that an institution holds.</summary>
    public bool MayWrite(string institution) => ReachesAll || (Importer.Length > 0 && institution == Importer);
}
