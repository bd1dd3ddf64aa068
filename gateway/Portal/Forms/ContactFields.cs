using System.Globalization;
using Microsoft.Extensions.Primitives;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>The contacts in the form of a service: a row each, some empty rows to add others, two absences each.</summary>
public sealed class ContactFields(FormValues values, List<FieldProblem> problems)
{
    /// <summary>Rows of a form; a service with more keeps the others as they are.</summary>
    public const int Rows = 4;

    /// <summary>Absences of a row; a contact with more keeps the others as they are.</summary>
    public const int Absences = 2;

    /// <summary>A control of a row.</summary>
    public static string Control(int row, string field) => string.Create(CultureInfo.InvariantCulture, $"contact-{row}-{field}");

    /// <summary>One of the two dates of an absence.</summary>
    public static string Control(int row, int absence, string end) => Control(row, string.Create(CultureInfo.InvariantCulture, $"absence-{absence}-{end}"));

    /// <summary>The control of a path such as <c>contacts[1].phone</c>; null for another path.</summary>
    public static string? ControlOf(string path)
    {
        if (!path.StartsWith("contacts[", StringComparison.Ordinal)) return null;
        var end = path.IndexOf(']', StringComparison.Ordinal);
        if (end < 0 || !int.TryParse(path["contacts[".Length..end], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row >= Rows) return "";
        return path[(end + 1)..] switch
        {
            ".phone" => Control(row, "telephone"),
            ".email" => Control(row, "courriel"),
            var rest when rest.StartsWith(".absences", StringComparison.Ordinal) => Control(row, 0, "au"),
            _ => Control(row, "nom"),
        };
    }

    /// <summary>Contacts as the form shows them.</summary>
    public static void Write(IReadOnlyList<Contact> contacts, Dictionary<string, StringValues> into)
    {
        for (var row = 0; row < Math.Min(contacts.Count, Rows); row++)
        {
            var contact = contacts[row];
            into[Control(row, "nom")] = contact.DisplayName;
            into[Control(row, "telephone")] = contact.Phone;
            into[Control(row, "courriel")] = contact.Email;
            for (var absence = 0; absence < Math.Min(contact.Absences.Count, Absences); absence++)
            {
                into[Control(row, absence, "du")] = Field(contact.Absences[absence].StartDate);
                into[Control(row, absence, "au")] = Field(contact.Absences[absence].EndDate);
            }
        }
    }

    /// <summary>The contacts of the form, and those it does not show. A row that was emptied is a contact taken away.</summary>
    public IReadOnlyList<Contact> Read(IReadOnlyList<Contact> known) =>
    [
        .. Enumerable.Range(0, Rows).Select(row => Row(row, known.ElementAtOrDefault(row))).OfType<Contact>(),
        .. known.Skip(Rows),
    ];

    private Contact? Row(int row, Contact? known)
    {
        var contact = new Contact
        {
            DisplayName = values.Text(Control(row, "nom")),
            Phone = values.Text(Control(row, "telephone")),
            Email = values.Text(Control(row, "courriel")),
        };
        if (contact.DisplayName.Length + contact.Phone.Length + contact.Email.Length == 0) return null;

        contact.Absences.AddRange(Enumerable.Range(0, Absences).Select(absence => Absence(row, absence)).OfType<Absence>());
        if (known is not null && known.DisplayName == contact.DisplayName) contact.Absences.AddRange(known.Absences.Skip(Absences));
        return contact;
    }

    private Absence? Absence(int row, int absence)
    {
        var (from, to) = (Control(row, absence, "du"), Control(row, absence, "au"));
        if (!values.Has(from) && !values.Has(to)) return null;

        var (first, last) = (Day(from), Day(to));
        return first is { } start && last is { } end ? new() { StartDate = FrenchInput.ToDate(start), EndDate = FrenchInput.ToDate(end) } : null;
    }

    private DateOnly? Day(string control)
    {
        var day = FrenchInput.Day(values.Text(control));
        if (day is null) problems.Add(new(control, Label.Message(values.Has(control) ? "field.date-unreadable" : "field.period-incomplete"), "Absence"));
        return day;
    }

    private static string Field(Google.Type.Date? date) => French.DayOf(date) is { } day ? FrenchInput.Field(day) : "";
}
