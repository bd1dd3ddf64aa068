using System.Globalization;
using Reseau.Documents;

namespace Reseau.Conventions.Documents;

/// <summary>Renders the canonical document of a convention: the same text is the same bytes, whatever the machine, the day or the culture.</summary>
public static class DocumentRenderer
{
    /// <summary>Renders a text.</summary>
    public static RenderedDocument Render(ConventionText text) => Render(DocumentParts.Of(text), text.Title, text.Name, text.Version,
        string.Create(CultureInfo.InvariantCulture, $"{text.KindLabel} – {text.Name} – version {text.Version}{(text.IsPreview ? " – projet" : "")}"));

    /// <summary>Renders any parts.</summary>
    /// <param name="parts">What it says; the first one is its title.</param>
    /// <param name="title">Title of the file.</param>
    /// <param name="name">Convention it is about.</param>
    /// <param name="version">Version of that convention.</param>
    /// <param name="foot">Foot of every page.</param>
    internal static RenderedDocument Render(IEnumerable<DocumentPart> parts, string title, string name, int version, string foot)
    {
        var number = version.ToString(CultureInfo.InvariantCulture);
        return PdfRenderer.Render(parts, new(title, foot, $"{name}@{number}") { Information = [("ReseauConvention", name), ("ReseauVersion", number)] });
    }
}
