namespace Reseau.Training.Domain.Professionals;

/// <summary>A part of a file of professionals was taken in. Its stream is the import: a retry reads there what the first led to.</summary>
/// <param name="Institution">Institution id whose professionals they are.</param>
/// <param name="Created">Records made.</param>
/// <param name="Updated">Records brought up to date.</param>
/// <param name="Unchanged">Lines that changed nothing.</param>
/// <param name="Refused">Lines refused for what was known already.</param>
public sealed record ProfessionalsImported(string Institution, int Created, int Updated, int Unchanged, Kernel.ValueList<RefusedImport> Refused);

/// <summary>A line that was refused.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Column">Column; empty when it is the whole line.</param>
/// <param name="Problem">Why: a key of the texts, never the value.</param>
public sealed record RefusedImport(int Line, string Column, string Problem);
