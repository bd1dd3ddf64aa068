using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>A published service with the place that gives it and the institution behind: everything a result shows, as of one snapshot.</summary>
public sealed record DirectoryEntry(Service Service, Structure Structure, Institution Institution);
