namespace Reseau.Partners.Formats;

/// <summary>One thing to say about a record of a file.</summary>
/// <param name="Line">Line or rank.</param>
/// <param name="Record">Id as the file writes it.</param>
/// <param name="Field">Field as the file calls it.</param>
/// <param name="Reason">Stable reason.</param>
/// <param name="Text">French; never repeats what was typed.</param>
/// <param name="Suggestion">What may have been meant, ready to be written there.</param>
/// <param name="Refused">The record is not taken; otherwise only the value is left aside.</param>
internal sealed record FileRemark(int Line, string Record, string Field, string Reason, string Text, string Suggestion, bool Refused);
