using System.Globalization;
using System.Text;

namespace Reseau.Conventions.Tests.Signing;

/// <summary>
/// A JSON of its own, for the second verifier: objects are sorted dictionaries, arrays lists, and the rest strings, whole numbers and
/// booleans. It shares no line with the product, so that a mistake in one of them shows.
/// </summary>
internal sealed class OwnJson
{
    private readonly string _text;
    private int _place;

    private OwnJson(string text) => _text = text;

    public static object? Parse(byte[] utf8)
    {
        var json = new OwnJson(new UTF8Encoding(false, true).GetString(utf8));
        var value = json.Value();
        return json._place == json._text.Length ? value : throw new FormatException("Something follows the end.");
    }

    public static byte[] Write(object? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return new UTF8Encoding(false, true).GetBytes(text.ToString());
    }

    private static void Write(object? value, StringBuilder text)
    {
        if (value is SortedDictionary<string, object?> members)
        {
            text.Append('{').AppendJoin(',', members.Select(member => Quoted(member.Key) + ":" + Encoding.UTF8.GetString(Write(member.Value)))).Append('}');
        }
        else if (value is List<object?> items) text.Append('[').AppendJoin(',', items.Select(item => Encoding.UTF8.GetString(Write(item)))).Append(']');
        else if (value is string letters) text.Append(Quoted(letters));
        else if (value is bool truth) text.Append(truth ? "true" : "false");
        else text.Append(value is null ? "null" : ((long)value).ToString(CultureInfo.InvariantCulture));
    }

    private static string Quoted(string letters) => "\"" + string.Concat(letters.Select(letter => letter switch
    {
        '"' or '\\' => $"\\{letter}",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        < (char)0x20 => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
        _ => $"{letter}",
    })) + "\"";

    private object? Value()
    {
        switch (_text[_place])
        {
            case '{':
                var members = new SortedDictionary<string, object?>(StringComparer.Ordinal);
                Items('}', () =>
                {
                    var name = String();
                    Expect(':');
                    members.Add(name, Value());
                });
                return members;
            case '[':
                var items = new List<object?>();
                Items(']', () => items.Add(Value()));
                return items;
            case '"':
                return String();
            case 't':
                return Word("true", true);
            case 'f':
                return Word("false", false);
            default:
                var start = _place;
                while (_place < _text.Length && char.IsAsciiDigit(_text[_place])) _place++;
                return long.Parse(_text[start.._place], NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }

    private void Items(char end, Action item)
    {
        _place++;
        if (_text[_place] == end)
        {
            _place++;
            return;
        }
        while (true)
        {
            item();
            if (_text[_place++] is var next && next == end) return;
            if (next != ',') throw new FormatException("A comma is missing.");
        }
    }

    private string String()
    {
        Expect('"');
        var letters = new StringBuilder();
        while (_text[_place] != '"')
        {
            var letter = _text[_place++];
            if (letter != '\\')
            {
                letters.Append(letter);
                continue;
            }
            var escape = _text[_place++];
            if (escape == 'u')
            {
                letters.Append((char)int.Parse(_text.AsSpan(_place, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                _place += 4;
            }
            else letters.Append(escape switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', '"' or '\\' or '/' => escape, _ => throw new FormatException("Unknown escape.") });
        }
        _place++;
        return letters.ToString();
    }

    private bool Word(string word, bool value)
    {
        if (string.CompareOrdinal(_text, _place, word, 0, word.Length) != 0) throw new FormatException("Unknown word.");
        _place += word.Length;
        return value;
    }

    private void Expect(char letter)
    {
        if (_text[_place++] != letter) throw new FormatException($"{letter} is missing.");
    }
}
