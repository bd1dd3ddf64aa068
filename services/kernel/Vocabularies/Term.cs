namespace Reseau.Kernel.Vocabularies;

/// <summary>A word of a shared vocabulary.</summary>
/// <param name="Code">What travels between systems.</param>
/// <param name="Label">What people read, in French.</param>
public record Term(string Code, string Label);

/// <summary>A theme of data.inclusion.</summary>
/// <param name="Code"><c>family--theme</c>.</param>
/// <param name="Label">What people read, in French.</param>
/// <param name="Family">Code of the family.</param>
public sealed record Theme(string Code, string Label, string Family) : Term(Code, Label);
