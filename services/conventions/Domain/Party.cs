namespace Reseau.Conventions.Domain;

/// <summary>An institution that a convention binds.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="DisplayName">Its legal name in the document.</param>
/// <param name="Called">How the text calls it.</param>
/// <param name="Signatory">Who signs for it, in the document.</param>
/// <param name="Function">In what capacity.</param>
/// <param name="Mandate">What gives the power to sign.</param>
public sealed record Party(string Institution, string DisplayName, string Called, string Signatory, string Function, string Mandate);
