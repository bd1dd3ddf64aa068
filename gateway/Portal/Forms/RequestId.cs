namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// The id of what a form will do, chosen when the form is shown. Sent twice, by a double click or by going back, it is still
/// one deed: services answer the second time with the first result.
/// </summary>
public static class RequestId
{
    public const string Field = "demande";

    public static string New() => Guid.NewGuid().ToString();

    /// <summary>The id of the form being sent; a form shown again keeps its id, since nothing was done under it.</summary>
    public static string Of(FormValues form) => Guid.TryParse(form.Text(Field), out var id) ? id.ToString() : New();
}
