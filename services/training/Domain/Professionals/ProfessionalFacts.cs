using Reseau.Kernel;

namespace Reseau.Training.Domain.Professionals;

/// <summary>What an institution says of someone who works for it, and that does not say who it is.</summary>
/// <param name="Function">What they do.</param>
/// <param name="Sites"><c>structures/{structure}</c> they work at.</param>
/// <param name="Arrival">First day; null = always there.</param>
/// <param name="Departure">Last day; null = still there.</param>
/// <param name="Permanences">When they hold permanences, as OSM <c>opening_hours</c>; empty = not known.</param>
public sealed record ProfessionalFacts(Function Function, ValueList<string> Sites, DateOnly? Arrival, DateOnly? Departure, string Permanences);
