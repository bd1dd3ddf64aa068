using System.Globalization;

namespace Reseau.Gateway.OpenData.Hsds;

/// <summary>Query parameters of the HSDS lists; those given all restrict.</summary>
public sealed record ServiceFilter
{
    /// <summary>Everything.</summary>
    public static readonly ServiceFilter None = new();

    /// <summary>Words.</summary>
    public string Search { get; init; } = "";

    /// <summary>A term: a theme or a family.</summary>
    public string TermId { get; init; } = "";

    /// <summary>A vocabulary.</summary>
    public string TaxonomyId { get; init; } = "";

    /// <summary>Its children only.</summary>
    public string ParentId { get; init; } = "";

    /// <summary>Terms without parent only.</summary>
    public bool TopOnly { get; init; }

    /// <summary>An organization.</summary>
    public string OrganizationId { get; init; } = "";

    /// <summary>Changed since.</summary>
    public DateTimeOffset? ModifiedAfter { get; init; }

    /// <summary>Id and date of the last change alone, to find out what to fetch.</summary>
    public bool Minimal { get; init; }

    /// <summary>Whether the records of a list are complete; they are unless told otherwise.</summary>
    public bool Full { get; init; } = true;

    /// <summary>Reads them; what cannot be read restricts nothing.</summary>
    public static ServiceFilter Read(IQueryCollection query) => new()
    {
        Search = query["search"].ToString(),
        TermId = query["taxonomy_term_id"].ToString(),
        TaxonomyId = query["taxonomy_id"].ToString(),
        ParentId = query["parent_id"].ToString(),
        TopOnly = query["top_only"] == "true",
        OrganizationId = query["organization_id"].ToString(),
        ModifiedAfter = DateTimeOffset.TryParse(query["modified_after"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var after) ? after : null,
        Minimal = query["minimal"] == "true",
        Full = query["full"] != "false",
    };
}
