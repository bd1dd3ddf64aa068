namespace Reseau.Kernel.Calendar;

internal enum TokenKind
{
    Number = 1,
    Time,
    Day,
    Month,
    PublicHoliday,
    SchoolHoliday,
    Easter,
    Week,
    DayUnit,
    State,
    Comment,
    Hyphen,
    Comma,
    Semicolon,
    Fallback,
    Plus,
    Slash,
    Colon,
    OpenBracket,
    CloseBracket,
    End,
}

/// <summary>A piece of the notation. The value is a number, minutes, a weekday from 0, a month from 1 or a state.</summary>
internal readonly record struct HoursToken(TokenKind Kind, int Position, int Value = 0, int Digits = 0, string? Text = null);
