using Reseau.Kernel;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Attachments;

/// <summary>The name a document came with: shown to people and given to their system with the download, never trusted.</summary>
internal static class FileName
{
    private const int Longest = 150;

    private static readonly Dictionary<string, AttachmentKind> Announced = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = AttachmentKind.Pdf,
        [".jpg"] = AttachmentKind.Jpeg,
        [".jpeg"] = AttachmentKind.Jpeg,
        [".png"] = AttachmentKind.Png,
        [".docx"] = AttachmentKind.Docx,
        [".odt"] = AttachmentKind.Odt,
    };

    /// <summary>Reads a name: without folders, without characters that turn a line or a direction of writing.</summary>
    public static string Read(string text, string field, Violations violations)
    {
        var name = text[(text.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
        name = violations.FreeText(field, name, Longest);
        if (name.Trim('.').Length == 0) violations.Add(field, "REQUIRED", "The name of the file is required.", "Donnez un nom au document.");
        return name;
    }

    /// <summary>The kind that a name announces; null when it announces none that is known.</summary>
    public static AttachmentKind? KindOf(string name) => Announced.TryGetValue(Path.GetExtension(name), out var kind) ? kind : null;

    /// <summary>The name with an extension that is true: whoever opens the document relies on it. Null when the name says something else.</summary>
    public static string? For(string name, AttachmentKind kind)
    {
        if (KindOf(name) is { } announced) return announced == kind ? name : null;
        // "courrier du 3.11" announces nothing; "facture.exe" does.
        return Path.GetExtension(name) is { Length: > 1 } extension && extension.Skip(1).All(char.IsAsciiLetter) ? null : $"{name}.{Extension(kind)}";
    }

    private static string Extension(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Pdf => "pdf",
        AttachmentKind.Jpeg => "jpg",
        AttachmentKind.Png => "png",
        AttachmentKind.Docx => "docx",
        _ => "odt",
    };
}
