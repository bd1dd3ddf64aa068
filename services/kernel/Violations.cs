using System.Text;

namespace Reseau.Kernel;

/// <summary>Collects what is wrong with a request, then answers once (house style 26).</summary>
public sealed class Violations
{
    private readonly List<Violation> _found = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Violation> Found => _found;

    /// <summary>Adds one.</summary>
    public void Add(string field, string reason, string message, string messageFr) =>
        _found.Add(new(field, reason, message, messageFr));

    /// <summary>Adds several.</summary>
    public void AddRange(IEnumerable<Violation> violations) => _found.AddRange(violations);

    /// <summary>Demands a text; returns it trimmed and in Unicode form C, so that equal texts are equal.</summary>
    public string Required(string field, string value, int maximum)
    {
        var text = Optional(field, value, maximum);
        if (text.Length == 0)
            Add(field, "REQUIRED", $"{field} is required.", "Ce champ est obligatoire.");
        return text;
    }

    /// <summary>Limits a text; returns it trimmed and in Unicode form C.</summary>
    public string Optional(string field, string value, int maximum)
    {
        var text = value.Trim().Normalize(NormalizationForm.FormC);
        if (text.Length > maximum)
            Add(field, "TOO_LONG", $"{field} has more than {maximum} characters.", $"Ce champ est limité à {maximum} caractères.");
        return text;
    }

    /// <summary>Limits a free text and refuses a social security number in it (décret 2019-341).</summary>
    public string FreeText(string field, string value, int maximum)
    {
        var text = Optional(field, value, maximum);
        if (Nir.Appears(text))
            Add(field, "CONTAINS_NIR", $"{field} contains a social security number.",
                "Ce texte contient un numéro de sécurité sociale : retirez-le, il ne doit pas être transmis ici.");
        return text;
    }

    /// <summary>Ends the validation.</summary>
    /// <exception cref="InvalidRequestException">Something was wrong.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0) throw new InvalidRequestException(_found);
    }
}
