using System.Text;

namespace Reseau.Gateway.Portal;

/// <summary>A table for spreadsheets, as they read it in France: semicolons, UTF-8 with its mark, nothing that is run.</summary>
public sealed class Spreadsheet
{
    private const char Separator = ';';

    private readonly StringBuilder _text = new();

    /// <summary>Adds a line.</summary>
    public void Add(IEnumerable<string> cells) => _text.AppendJoin(Separator, cells.Select(Cell)).Append("\r\n");

    /// <summary>The file to send. With the mark of UTF-8: without it, spreadsheets read accents wrong.</summary>
    public IResult ToResult(string fileName) =>
        Results.Bytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())], "text/csv; charset=utf-8", fileName);

    // Names come from institutions: one that begins like a formula would be run by the spreadsheet that opens the file.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
