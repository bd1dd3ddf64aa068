namespace Reseau.Training.Views;

/// <summary>Who a professional is, as somebody says it.</summary>
/// <param name="LastName">Last name.</param>
/// <param name="FirstName">First name.</param>
/// <param name="Email">Work e-mail in lower case; empty = none.</param>
internal sealed record PersonDetails(string LastName, string FirstName, string Email)
{
    /// <summary>What a row says.</summary>
    public static PersonDetails Of(PersonRow? row) => row is null ? new("", "", "") : new(row.LastName, row.FirstName, row.Email);

    /// <summary>Puts it down.</summary>
    public void WriteTo(PersonRow row) => (row.LastName, row.FirstName, row.Email) = (LastName, FirstName, Email);
}
