using System.Text.RegularExpressions;
using Reseau.Kernel;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Domain;

/// <summary>Collects what is wrong with the fields of one record. A field that is absent and may be is never wrong.</summary>
internal sealed partial class FieldChecks
{
    private const int UrlMaximum = 2083;
    private const int EmailMaximum = 254;
    private const int HoursMaximum = 1_000;
    private const RegexOptions Plain = RegexOptions.ExplicitCapture;
    private const int Patience = 10_000;

    private readonly List<Violation> _violations = [];

    public IReadOnlyList<Violation> Violations => _violations;

    public void Id(string field, string value)
    {
        if (Required(field, value) && !IdPattern().IsMatch(value)) Add(field, ContentMessages.InvalidId);
    }

    public void Text(string field, string value, int minimum, int maximum)
    {
        if (!Required(field, value)) return;
        if (value.Trim().Length < minimum) Add(field, ContentMessages.TooShort, minimum);
        OptionalText(field, value, maximum);
    }

    public void OptionalText(string field, string? value, int maximum)
    {
        if (value?.Length > maximum) Add(field, ContentMessages.TooLong, maximum);
        else if (value is not null && Nir.Appears(value)) Add(field, ContentMessages.ContainsNir);
    }

    public void Known(string field, string value, TermSet<Term> vocabulary)
    {
        if (Required(field, value)) OptionalKnown(field, value, vocabulary);
    }

    public void OptionalKnown<T>(string field, string? value, TermSet<T> vocabulary)
        where T : Term
    {
        if (value is not null && !vocabulary.IsKnown(value)) Add(field, ContentMessages.UnknownValue);
    }

    public void AllKnown<T>(string field, CodeList values, TermSet<T> vocabulary)
        where T : Term
    {
        ForEachDistinct(field, values, (item, value) => OptionalKnown(item, value, vocabulary));
    }

    public void Zones(string field, CodeList values)
    {
        ForEachDistinct(field, values, (item, value) =>
        {
            if (!EligibilityZone.IsWellFormed(value)) Add(item, ContentMessages.InvalidZone);
        });
    }

    public void Siret(string field, string? value)
    {
        if (value is null) return;
        if (!Domain.Siret.HasValidForm(value)) Add(field, ContentMessages.InvalidSiret);
        else if (!Domain.Siret.HasValidChecksum(value)) Add(field, ContentMessages.SiretChecksum);
    }

    public void PostalCode(string field, string? value)
    {
        if (value is not null && !PostalCodePattern().IsMatch(value)) Add(field, ContentMessages.InvalidPostalCode);
    }

    public void Insee(string field, string? value)
    {
        if (value is not null && !InseePattern().IsMatch(value)) Add(field, ContentMessages.InvalidInsee);
    }

    public void OpeningHours(string field, string? value)
    {
        OptionalText(field, value, HoursMaximum);
        if (value?.Length <= HoursMaximum && Kernel.Calendar.OpeningHours.Parse(value) is null) Add(field, ContentMessages.InvalidHours);
    }

    /// <summary>A rule of its own was broken.</summary>
    public void Refuse(string field, string reason) => Add(field, reason);

    public void Point(string field, GeoPoint? value)
    {
        if (value is not { } point || FrenchSoil.Contains(point)) return;
        if (FrenchSoil.LooksSwapped(point)) Add(field, ContentMessages.CoordinatesSwapped);
        else if (!point.IsOnEarth) Add(field, ContentMessages.CoordinatesOutOfRange);
        else Add(field, ContentMessages.OutsideFrance);
    }

    public void Phone(string field, string? value)
    {
        if (value is not null && !PhoneNumber.IsNumber(value) && !PhoneNumber.IsShort(value)) Add(field, ContentMessages.InvalidPhone);
    }

    public void Email(string field, string? value)
    {
        if (value is not null && (value.Length > EmailMaximum || !EmailPattern().IsMatch(value))) Add(field, ContentMessages.InvalidEmail);
    }

    public void Url(string field, string? value)
    {
        if (value is null) return;
        var isWeb = Uri.TryCreate(value, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Contains('.', StringComparison.Ordinal);
        if (!isWeb || value.Length > UrlMaximum) Add(field, ContentMessages.InvalidUrl);
    }

    public void Number(string field, double? value, int minimum, int maximum)
    {
        // Written as a negation so that NaN is refused too.
        if (value is { } number && !(number >= minimum && number <= maximum)) Add(field, ContentMessages.OutOfRange, minimum, maximum);
    }

    private bool Required(string field, string value)
    {
        if (!string.IsNullOrWhiteSpace(value)) return true;
        Add(field, ContentMessages.Required);
        return false;
    }

    private void ForEachDistinct(string field, CodeList values, Action<string, string> check)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var item = $"{field}[{i}]";
            if (values.Take(i).Contains(values[i], StringComparer.Ordinal)) Add(item, ContentMessages.Repeated);
            else check(item, values[i]);
        }
    }

    private void Add(string field, string reason, params object[] details) => _violations.Add(ContentMessages.Violation(field, reason, details));

    /// <summary>The characters a resource name keeps as they are, so that ids of other directories survive.</summary>
    // Ids of the national systems hold slashes and accents; only what cannot be seen is refused.
    [GeneratedRegex(@"^[^\s\p{C}]{2,200}\z", Plain, Patience)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\d{5}\z", Plain, Patience)]
    private static partial Regex PostalCodePattern();

    [GeneratedRegex(@"^(\d{5}|2[AB]\d{3})\z", Plain, Patience)]
    private static partial Regex InseePattern();

    [GeneratedRegex(@"^[^@\s,;<>]+@[^@\s.,;<>]+(\.[^@\s.,;<>]+)+\z", Plain, Patience)]
    private static partial Regex EmailPattern();
}
