namespace Reseau.Training.Imports;

/// <summary>Somebody hands in a file.</summary>
/// <param name="Institution">Institution id of whoever does.</param>
/// <param name="Actor">Subject of their token.</param>
/// <param name="RequestId">Their id of it.</param>
/// <param name="DryRun">Whether it is only said what would happen.</param>
/// <param name="TraceId">W3C trace id.</param>
/// <param name="Digest">SHA-256 of the file: the same id with another one is refused.</param>
internal sealed record ImportJob(string Institution, string Actor, string RequestId, bool DryRun, string TraceId, byte[] Digest)
{
    /// <summary>Stream that says what each part led to. Two institutions may choose the same id.</summary>
    public string Stream => $"professionalImports/{Kernel.StableId.Of($"professionalImports/{Institution}/{RequestId.ToLowerInvariant()}"):N}";
}
