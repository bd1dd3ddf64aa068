using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Reseau.Gateway.Portal.Imports;

/// <summary>A form read part by part, in the order of its controls, up to its file. What comes after the file is not read.</summary>
internal sealed class UploadForm(MultipartReader reader)
{
    private const int MostFields = 20;
    private const int LongestField = 4096;

    private int _fields;

    /// <summary>The content of the file that was chosen, once all fields before it are read; null without one.</summary>
    public Stream? File { get; private set; }

    /// <summary>Its name, as the browser gives it.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The next field; null at the file, or at the end.</summary>
    public async Task<(string Name, string Value)?> ReadFieldAsync(CancellationToken cancellation)
    {
        if (File is not null || ++_fields > MostFields) return null;
        if (await reader.ReadNextSectionAsync(cancellation) is not { } section) return null;
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) throw new InvalidDataException("A part of the form has no name.");
        if (disposition.IsFileDisposition())
        {
            // A browser sends an empty file without name when none was chosen.
            FileName = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString();
            if (FileName.Length > 0) File = section.Body;
            return null;
        }

        return (HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), await TextAsync(section.Body, cancellation));
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= LongestField ? Encoding.UTF8.GetString(buffer, 0, length).Trim() : throw new InvalidDataException("A field of the form is too long.");
    }
}
