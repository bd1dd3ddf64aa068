using Reseau.Training.Domain.Figures;

namespace Reseau.Training.Figures;

/// <summary>Everybody as they are at a position of the log: nothing of it changes, so any number of questions may look through it.</summary>
/// <param name="Position">Position of the log.</param>
/// <param name="Persons">The persons, in no order.</param>
/// <param name="Names">What their numbers stand for; it may know more than they use.</param>
internal sealed record People(long Position, CountedPerson[] Persons, PeopleNames Names);

/// <summary>What the numbers of persons stand for.</summary>
internal sealed class PeopleNames
{
    /// <summary>Institution ids.</summary>
    public NameNumbers Institutions { get; } = new();

    /// <summary><c>structures/{structure}</c>.</summary>
    public NameNumbers Sites { get; } = new();

    /// <summary><c>skills/{skill}</c>.</summary>
    public NameNumbers Skills { get; } = new();

    /// <summary><c>habilitationRules/{rule}</c>.</summary>
    public NameNumbers Rules { get; } = new();
}
