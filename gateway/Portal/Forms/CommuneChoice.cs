using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The commune in a form that writes an address: a name or a postal code as typed, and the commune chosen for it.</summary>
public static class CommuneChoice
{
    public const string Control = "commune";

    /// <summary>INSEE code that was chosen or found.</summary>
    public const string Insee = "commune-insee";

    /// <summary>What was typed when it was: whoever types something else means something else.</summary>
    public const string For = "commune-pour";

    /// <summary>The INSEE code that counts for what is typed now; empty when there is none.</summary>
    public static string ChosenIn(FormValues values) => values.Text(For) == values.Text(Control) ? values.Text(Insee) : "";

    /// <summary>Whether the form says what the address says already, under a code that may be that of a district, which no search finds.</summary>
    public static bool IsUntouched(string typed, Address address) => address.InseeCode.Length > 0 && typed == address.Commune;
}
