using System.Runtime.InteropServices;
using Reseau.Partners.Domain;

namespace Reseau.Partners.Search;

/// <summary>A page of a list, how many rows there are on all pages, and where the page ended; null on the last one.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Total, RowPosition? End);

/// <summary>A place in a list: the next page starts after it, even if the row is gone.</summary>
/// <param name="FreshOn">Only where the list is ordered by it.</param>
/// <param name="SortName">The name as the list is ordered.</param>
/// <param name="Id">Of the row.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RowPosition(DateOnly FreshOn, string SortName, string Id);

/// <summary>Which services are listed.</summary>
/// <param name="StructureId">Only those the place shows.</param>
/// <param name="InstitutionId">Only the institution's.</param>
/// <param name="EveryState">Drafts and archives too, the least fresh first; needs an institution.</param>
public sealed record ServiceList(string? StructureId, string? InstitutionId, bool EveryState)
{
    /// <summary>Leaves out what was last changed at that instant or before.</summary>
    public DateTimeOffset? ChangedAfter { get; init; }
}

/// <summary>A row of a list of services: the record, and the place that shows it where it is known.</summary>
public sealed record ListedService(ServiceRecord Record, Structure? Structure);
