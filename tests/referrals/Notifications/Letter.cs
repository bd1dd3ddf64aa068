using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reseau.Referrals.Tests.Notifications;

/// <summary>An e-mail or other message as it arrived, its transfer encodings undone.</summary>
/// <param name="Name">Name of its file, if it was one.</param>
/// <param name="Raw">Every character of it.</param>
/// <param name="Text">The same, decoded: headers and all parts.</param>
public sealed partial record Letter(string Name, string Raw, string Text)
{
    public string Subject => Header("Subject");

    public static Letter Read(string file) => Of(Path.GetFileName(file), File.ReadAllText(file));

    public static Letter Of(string name, string raw)
    {
        var unfolded = Fold().Replace(raw, match => match.Value.EndsWith('\t') || match.Value.EndsWith(' ') ? " " : match.Value);
        var text = EncodedWord().Replace(EncodedGap().Replace(unfolded, "?="), word => word.Groups["how"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
            : QuotedPrintable(word.Groups["text"].Value.Replace('_', ' ')));
        return new(name, raw, Base64Part().Replace(QuotedPrintable(SoftBreak().Replace(text, "")), part => Encoding.UTF8.GetString(Convert.FromBase64String(Blank().Replace(part.Value, "")))));
    }

    public string Header(string name) => Regex.Match(Text, $"^{name}: (.*?)\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)).Groups[1].Value;

    private static string QuotedPrintable(string text) => HexRun().Replace(text, run =>
        Encoding.UTF8.GetString([.. run.Value.Split('=', StringSplitOptions.RemoveEmptyEntries).Select(hex => byte.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture))]));

    [GeneratedRegex(@"\r?\n[ \t]", RegexOptions.None, 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"\?=\s+(?==\?)", RegexOptions.None, 1000)]
    private static partial Regex EncodedGap();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"=\r?\n", RegexOptions.None, 1000)]
    private static partial Regex SoftBreak();

    [GeneratedRegex("(=[0-9A-F]{2})+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HexRun();

    [GeneratedRegex(@"(?<=\r?\n\r?\n)([A-Za-z0-9+/]{4,76}\r?\n)*[A-Za-z0-9+/]{4,76}={0,2}(?=\r?\n)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Base64Part();

    [GeneratedRegex(@"\s", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
