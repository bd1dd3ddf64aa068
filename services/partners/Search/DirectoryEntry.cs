using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>A published service with the place that shows it and the institution behind: everything a result shows, as of one snapshot.</summary>
public sealed record DirectoryEntry(ServiceRecord Record, Structure Structure, Institution Institution)
{
    public Service Service => Record.Content;
}
