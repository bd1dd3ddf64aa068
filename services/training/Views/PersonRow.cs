namespace Reseau.Training.Views;

/// <summary>
/// Who a professional is: beside the log, and in no event, so that deleting the row erases it. It is no view: nothing rebuilds it.
/// </summary>
public sealed class PersonRow
{
    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Professional { get; set; }

    /// <summary>Last name.</summary>
    public required string LastName { get; set; }

    /// <summary>First name.</summary>
    public required string FirstName { get; set; }

    /// <summary>Work e-mail in lower case; empty = none.</summary>
    public required string Email { get; set; }

    /// <summary>Subject of the account that is tied to the record; null = none.</summary>
    public string? Subject { get; set; }
}
