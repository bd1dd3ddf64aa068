namespace Reseau.Conventions.Domain;

/// <summary>What a party promises; whether it is kept is <see cref="Progress"/>.</summary>
/// <param name="Key">Stable key in the convention.</param>
/// <param name="Clause">Key of the clause it comes from; empty = none.</param>
/// <param name="Institution">Institution id that promises.</param>
/// <param name="Text">What.</param>
/// <param name="DueDate">By when; null = no date.</param>
/// <param name="Condition">Whether the convention is ready only once it is evidenced.</param>
/// <param name="Referent">The professional to ask.</param>
public sealed record Commitment(string Key, string Clause, string Institution, string Text, DateOnly? DueDate, bool Condition, string Referent);

/// <summary>What happens one after the other, e.g. meeting, diagnosis, test week, running.</summary>
/// <param name="Key">Stable key in the convention.</param>
/// <param name="Label">What.</param>
/// <param name="PlannedDate">When it is planned; null = not planned.</param>
public sealed record Step(string Key, string Label, DateOnly? PlannedDate);
