using System.Globalization;
using System.Text;
using Reseau.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>Parts of a document as a page that loads nothing and runs nothing.</summary>
internal static class PartsAsHtml
{
    private const string Style =
        "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}table{border-collapse:collapse}th,td{border:1px solid;padding:.3rem .6rem;text-align:left;vertical-align:top}";

    public static string Of(string title, IEnumerable<DocumentPart> parts)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(title)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n");
        foreach (var part in parts) Append(part, html);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(DocumentPart part, StringBuilder html)
    {
        switch (part)
        {
            case HeadingPart heading:
                html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level}>{Text(heading.Runs)}</h{heading.Level}>\n");
                break;
            case ParagraphPart paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p>{Text(paragraph.Runs)}</p>\n");
                break;
            case ListPart list:
                html.Append(list.First is { } first ? string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{first}\">\n") : "<ul>\n");
                foreach (var item in list.Items)
                {
                    html.Append("<li>");
                    foreach (var inner in item) Append(inner, html);
                    html.Append("</li>\n");
                }
                html.Append(list.First is null ? "</ul>\n" : "</ol>\n");
                break;
            case TablePart table:
                html.Append(CultureInfo.InvariantCulture, $"<table>\n<thead><tr>{string.Concat(table.Columns.Select(cell => $"<th scope=\"col\">{Text(cell.Runs)}</th>"))}</tr></thead>\n<tbody>\n");
                foreach (var row in table.Rows) html.Append(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Select(cell => $"<td>{Text(cell.Runs)}</td>"))}</tr>\n");
                html.Append("</tbody>\n</table>\n");
                break;
            default:
                break;
        }
    }

    private static string Text(IEnumerable<TextRun> runs) => string.Concat(runs.Select(run => run.Bold ? $"<strong>{Text(run.Text)}</strong>" : Text(run.Text)));

    // Named by hand: encoders of the platform also encode letters they do not know yet, and learn more with each version.
    private static string Text(string text) => PlainText.Of(text, static _ => true)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
}
