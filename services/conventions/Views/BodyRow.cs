namespace Reseau.Conventions.Views;

/// <summary>A governance body on its list.</summary>
public sealed class BodyRow
{
    /// <summary><c>bodies/{body}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Its title without case and accents.</summary>
    public required string PlainTitle { get; set; }
}

/// <summary>An institution that sits in a body.</summary>
public sealed class SeatRow
{
    /// <summary><c>bodies/{body}</c>.</summary>
    public required string Body { get; set; }

    /// <summary>Institution id.</summary>
    public required string Institution { get; set; }
}
