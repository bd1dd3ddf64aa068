namespace Reseau.Partners.Domain;

/// <summary>A word of a shared vocabulary: the code that travels between systems and the label that people read.</summary>
public record Term(string Code, string Label);

/// <summary>A theme of data.inclusion; its code is <c>family--theme</c>.</summary>
public sealed record Theme(string Code, string Label, string Family) : Term(Code, Label);
