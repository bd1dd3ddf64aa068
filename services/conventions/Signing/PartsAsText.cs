using System.Globalization;
using System.Text;
using Reseau.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>Parts of a document as lines of text, for a terminal.</summary>
internal static class PartsAsText
{
    public static string Of(IEnumerable<DocumentPart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) Append(part, "", text);
        return text.ToString();
    }

    private static void Append(DocumentPart part, string indent, StringBuilder text)
    {
        switch (part)
        {
            case HeadingPart heading:
                var title = Text(heading.Runs);
                text.Append(CultureInfo.InvariantCulture, $"\n{title}\n{new string(heading.Level == 1 ? '=' : '-', title.Length)}\n");
                break;
            case ParagraphPart paragraph:
                text.Append(CultureInfo.InvariantCulture, $"{indent}{Text(paragraph.Runs)}\n");
                break;
            case ListPart list:
                foreach (var (index, item) in list.Items.Index())
                {
                    var start = text.Length;
                    foreach (var inner in item) Append(inner, indent + "  ", text);
                    if (text.Length > start) text[start + indent.Length] = list.First is null ? '-' : (char)('0' + ((list.First.Value + index) % 10));
                }
                break;
            case TablePart table:
                foreach (var row in table.Rows)
                {
                    var cells = row.Index().Where(cell => cell.Item.Runs.Count > 0).Select(cell => $"{Text(table.Columns[cell.Index].Runs)} : {Text(cell.Item.Runs)}");
                    text.Append(CultureInfo.InvariantCulture, $"{indent}* {string.Join($"\n{indent}  ", cells)}\n");
                }
                break;
            default:
                break;
        }
    }

    private static string Text(IEnumerable<TextRun> runs) => PlainText.Of(string.Concat(runs.Select(run => run.Text)), static _ => true).Replace('\n', ' ');
}
