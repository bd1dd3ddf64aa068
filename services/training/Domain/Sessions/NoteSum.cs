using System.Runtime.InteropServices;

namespace Reseau.Training.Domain.Sessions;

/// <summary>What was said of a session, added up.</summary>
/// <param name="Answers">How many said it.</param>
/// <param name="Sum">Sum of their notes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NoteSum(int Answers, int Sum)
{
    /// <summary>The sum with a note said, perhaps in the place of one said before.</summary>
    /// <param name="note">The note.</param>
    /// <param name="before">The note it replaces; 0 for none.</param>
    public NoteSum With(int note, int before) => new(Answers + (before == 0 ? 1 : 0), Sum + note - before);
}
