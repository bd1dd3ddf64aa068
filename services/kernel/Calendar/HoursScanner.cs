using System.Diagnostics.CodeAnalysis;

namespace Reseau.Kernel.Calendar;

/// <summary>Cuts a text into tokens; spaces, capitals, dashes and the French ways to write an hour end here.</summary>
internal ref struct HoursScanner
{
    private readonly string _text;
    private readonly List<HoursToken> _tokens = [];
    private HoursProblem? _problem;
    private int _at;

    private HoursScanner(string text) => _text = text;

    public static bool TryScan(string text, out List<HoursToken> tokens, [NotNullWhen(false)] out HoursProblem? problem)
    {
        var scanner = new HoursScanner(text);
        while (scanner._problem is null && scanner._at < text.Length) scanner.Next();
        scanner._tokens.Add(new(TokenKind.End, text.Length));
        (tokens, problem) = (scanner._tokens, scanner._problem);
        return problem is null;
    }

    private void Next()
    {
        var start = _at;
        var character = _text[start];
        if (character is '\n') EndOfLine();
        // A byte order mark or a zero-width space is what a copy from a page leaves behind.
        else if (char.IsWhiteSpace(character) || character is '\uFEFF' or '\u200B') _at++;
        else if (char.IsAsciiDigit(character)) NumberOrTime();
        else if (char.IsLetter(character)) Word();
        else if (character is '"' or '“' or '”' or '«') Comment(character);
        else Sign(character);
    }

    // A line of a list is a rule of its own, unless the line before waits for more.
    private void EndOfLine()
    {
        if (_tokens is [.., { Kind: not (TokenKind.Comma or TokenKind.Semicolon or TokenKind.Fallback or TokenKind.Hyphen or TokenKind.Colon) }])
            _tokens.Add(new(TokenKind.Semicolon, _at));
        _at++;
    }

    private void Sign(char sign)
    {
        var kind = sign switch
        {
            '-' or '–' or '—' or '‑' or '−' => TokenKind.Hyphen,
            ',' => TokenKind.Comma,
            ';' => TokenKind.Semicolon,
            '+' => TokenKind.Plus,
            '/' => TokenKind.Slash,
            ':' => TokenKind.Colon,
            '[' => TokenKind.OpenBracket,
            ']' => TokenKind.CloseBracket,
            '|' when _at + 1 < _text.Length && _text[_at + 1] == '|' => TokenKind.Fallback,
            _ => default,
        };
        if (kind == default)
        {
            _problem = HoursProblem.At(_at, Expectation.KnownSign);
            return;
        }
        _tokens.Add(new(kind, _at));
        _at += kind == TokenKind.Fallback ? 2 : 1;
    }

    private void Word()
    {
        var start = _at;
        while (_at < _text.Length && char.IsLetter(_text[_at])) _at++;
        var word = _text[start.._at];
        // "lun. 9h": the dot belongs to the abbreviation.
        if (_at < _text.Length && _text[_at] == '.') _at++;
        if (HoursWords.TryFind(word, out var found)) _tokens.Add(new(found.Kind, start, found.Value));
        else if (!HoursWords.IsFiller(word)) _problem = HoursProblem.At(start, Expectation.KnownWord);
    }

    private void Comment(char opening)
    {
        var start = _at;
        var end = _text.AsSpan(start + 1).IndexOf(opening switch { '"' => '"', '«' => '»', _ => '”' });
        if (end < 0)
        {
            _problem = HoursProblem.At(_text.Length, Expectation.ClosingQuote);
            return;
        }
        _at = start + end + 2;
        // The notation has no escape: a straight mark inside another kind of quotes becomes an apostrophe, a line end a space.
        var comment = string.Create(end, (_text, start), static (letters, source) =>
        {
            for (var index = 0; index < letters.Length; index++)
            {
                var letter = source._text[source.start + 1 + index];
                letters[index] = letter == '"' ? '\'' : char.IsControl(letter) ? ' ' : letter;
            }
        });
        _tokens.Add(new(TokenKind.Comment, start, Text: comment.Trim()));
    }

    // 9:30, 09.30, 9h30, 9 h 30, 9h, 9:30h are times; 9 is a number, and the parser decides.
    private void NumberOrTime()
    {
        var start = _at;
        var hours = Digits(out var digits);
        if (digits <= 2 && _at + 2 < _text.Length && _text[_at] is ':' or '.' && TwoDigitsAt(_at + 1, out var minutes))
        {
            _at += 3;
            SkipHourSign();
            AddTime(start, hours, minutes);
            return;
        }
        var afterNumber = _at;
        if (digits <= 2 && SkipHourSign())
        {
            AddTime(start, hours, MinutesAfterHourSign());
            return;
        }
        _at = afterNumber;
        _tokens.Add(new(TokenKind.Number, start, hours, digits));
    }

    private int Digits(out int digits)
    {
        var start = _at;
        var value = 0;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            value = Math.Min((value * 10) + (_text[_at] - '0'), 1_000_000);
            _at++;
        }
        digits = _at - start;
        return value;
    }

    // "9 h", "9h", "9heures"; not the first letter of another word.
    private bool SkipHourSign()
    {
        var at = SkipSpaces(_at);
        if (at >= _text.Length || _text[at] is not ('h' or 'H')) return false;
        var end = at + 1;
        while (end < _text.Length && char.IsLetter(_text[end])) end++;
        if (_text.AsSpan(at, end - at) is not ("h" or "H" or "heures" or "heure")) return false;
        _at = end;
        return true;
    }

    private int MinutesAfterHourSign()
    {
        var at = SkipSpaces(_at);
        if (!TwoDigitsAt(at, out var minutes)) return 0;
        // In "9h 14h" the 14 is the next hour.
        var next = SkipSpaces(at + 2);
        if (at > _at && next < _text.Length && _text[next] is 'h' or 'H' or ':') return 0;
        _at = at + 2;
        return minutes;
    }

    private readonly bool TwoDigitsAt(int at, out int value)
    {
        value = 0;
        if (at + 1 >= _text.Length || !char.IsAsciiDigit(_text[at]) || !char.IsAsciiDigit(_text[at + 1])) return false;
        if (at + 2 < _text.Length && char.IsAsciiDigit(_text[at + 2])) return false;
        value = ((_text[at] - '0') * 10) + (_text[at + 1] - '0');
        return true;
    }

    private readonly int SkipSpaces(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]) && _text[at] != '\n') at++;
        return at;
    }

    private void AddTime(int start, int hours, int minutes)
    {
        if (hours > 48 || minutes > 59) _problem = HoursProblem.At(start, Expectation.ValidTime);
        else _tokens.Add(new(TokenKind.Time, start, (hours * 60) + minutes));
    }
}
