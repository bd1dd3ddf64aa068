using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Rpc;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Imports;

/// <summary>A line of a file that can be taken in.</summary>
/// <param name="Number">Line of the file, from 1.</param>
/// <param name="Details">Who it is.</param>
/// <param name="Facts">What is said of them; of columns that the file lacks, nothing.</param>
internal sealed record ImportedLine(int Number, PersonDetails Details, ProfessionalFacts Facts);

/// <summary>
/// A CSV file of professionals, read as a whole before anything is done with it: what cannot be read changes nothing, what is wrong with a line
/// stops that line only. Lines are held to the rules of single records.
/// </summary>
internal sealed class ProfessionalsFile
{
    /// <summary>Largest file.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Most lines, without the first.</summary>
    public const int MostLines = 20_000;

    private const int LargestRecord = 64 * 1024;
    private static readonly string[] Required = ["last_name", "first_name", "function"];
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "dd/MM/yyyy"];

    private readonly HashSet<string> _columns;
    private readonly Dictionary<string, int> _emails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, bool WithoutEmail)> _names = new(StringComparer.Ordinal);

    private ProfessionalsFile(IEnumerable<string> columns) => _columns = columns.ToHashSet(StringComparer.Ordinal);

    /// <summary>Lines read, without the first.</summary>
    public int LineCount { get; private set; }

    /// <summary>Lines that can be taken in.</summary>
    public List<ImportedLine> Lines { get; } = [];

    /// <summary>What is wrong with the others.</summary>
    public List<Contract.RefusedLine> Refused { get; } = [];

    /// <summary>Whether the file has a column: what it does not speak of stays as it is.</summary>
    public bool Has(string column) => _columns.Contains(column);

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedException">It cannot be read, or has too many lines.</exception>
    public static ProfessionalsFile Read(byte[] bytes)
    {
        CheckText(bytes);
        var cutAt = 0L;
        var options = new CsvReaderOptions
        {
            Separator = SeparatorOf(bytes), MaxRecordSize = LargestRecord, TrackLineNumbers = true, IncludeValuesInExceptions = false, DetectSeparatorHint = false,
            OnMalformedRecord = malformed => cutAt = malformed.Reason == CsvMalformedReason.UnterminatedQuote ? Math.Max(1, malformed.LineNumber) : cutAt,
        };
        using var stream = new MemoryStream(bytes);
        using var reader = CsvReader.Create(stream, options, leaveOpen: true);
        try
        {
            reader.ReadHeader();
            var headers = reader.Headers.Select(header => header.Trim().ToLowerInvariant()).ToArray();
            var missing = Required.Except(headers, StringComparer.Ordinal).ToList();
            if (missing.Count > 0) throw Unreadable(1, ("columns", string.Join(", ", missing)));
            var file = new ProfessionalsFile(headers);
            while (reader.Read())
            {
                // A quotation mark that never closes swallows the rest: the file was cut, or is broken there.
                if (cutAt > 0) throw Unreadable(cutAt);
                file.Add(reader, headers);
            }
            if (cutAt > 0) throw Unreadable(cutAt);
            return file;
        }
        catch (CsvFormatException)
        {
            throw Unreadable(reader.LineNumber);
        }
    }

    private void Add(CsvReader reader, string[] headers)
    {
        var number = (int)reader.LineNumber;
        var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim()).ToArray();
        if (Array.TrueForAll(cells, cell => cell.Length == 0)) return;
        if (++LineCount > MostLines) throw new RefusedException(new("FILE_TOO_LARGE", $"The file has more than {MostLines} lines."));

        var before = Refused.Count;
        if (cells.Skip(headers.Length).Any(cell => cell.Length > 0)) Refuse(number, "", FileProblems.TooManyCells);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(headers.Length, cells.Length); i++)
        {
            if (cells[i].Length > 0 && cells[i][0] is '=' or '+' or '-' or '@') Refuse(number, headers[i], FileProblems.Formula);
            values.TryAdd(headers[i], cells[i]);
        }
        if (Refused.Count > before) return;

        var said = Said(number, values);
        var violations = new Violations();
        var (details, facts) = PeopleRules.Professional(said, violations);
        var known = Refused.Skip(before).Select(refused => refused.Column).ToHashSet(StringComparer.Ordinal);
        foreach (var violation in violations.Found.Where(violation => !known.Contains(ColumnOf(violation.Field)))) Refuse(number, ColumnOf(violation.Field), violation.MessageFr);
        if (Refused.Count == before) Take(new(number, details, facts));
    }

    // The same e-mail, or the same name of which one at least has none: nobody can tell whether it is one person or two.
    private void Take(ImportedLine line)
    {
        var (email, name) = (line.Details.Email, PlainName.Of(line.Details.LastName, line.Details.FirstName));
        if (email.Length > 0 && _emails.TryGetValue(email, out var same))
        {
            Refuse(line.Number, "email", FileProblems.Repeats(same));
            return;
        }
        if (_names.TryGetValue(name, out var namesake) && (namesake.WithoutEmail || email.Length == 0))
        {
            Refuse(line.Number, "", FileProblems.Repeats(namesake.Line));
            return;
        }
        if (email.Length > 0) _emails.Add(email, line.Number);
        _names.TryAdd(name, (line.Number, email.Length == 0));
        Lines.Add(line);
    }

    private Contract.Professional Said(int number, Dictionary<string, string> values)
    {
        var said = new Contract.Professional
        {
            LastName = values.GetValueOrDefault("last_name", ""), FirstName = values.GetValueOrDefault("first_name", ""), Email = values.GetValueOrDefault("email", ""),
            Permanences = values.GetValueOrDefault("permanences", ""),
            ArrivalDate = Day(number, "arrival_date", values), DepartureDate = Day(number, "departure_date", values),
        };
        if (FunctionNames.Find(values.GetValueOrDefault("function", "")) is { } function) said.Function = function;
        else Refuse(number, "function", FileProblems.NotAFunction);
        said.Sites.AddRange(values.GetValueOrDefault("sites", "").Split([' ', ',', '|'], StringSplitOptions.RemoveEmptyEntries));
        return said;
    }

    private Google.Type.Date? Day(int number, string column, Dictionary<string, string> values)
    {
        if (values.GetValueOrDefault(column, "") is not { Length: > 0 } cell) return null;
        if (DateOnly.TryParseExact(cell, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new() { Year = day.Year, Month = day.Month, Day = day.Day };
        Refuse(number, column, FileProblems.NotADay);
        return null;
    }

    private void Refuse(int line, string column, string problem) => Refused.Add(new() { Line = line, Column = column, Problem = problem });

    // "professional.sites[3]" is in the column "sites".
    private static string ColumnOf(string field) => field["professional.".Length..].Split('[')[0];

    // Western encodings and UTF-16 are refused rather than guessed: a wrong guess would write names that nobody has.
    private static void CheckText(byte[] bytes)
    {
        if (bytes.Length == 0) throw Unreadable(1);
        var line = 1;
        for (var start = 0; start < bytes.Length; line++)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start) is var found and >= 0 ? found + 1 : bytes.Length;
            var text = bytes.AsSpan(start, end - start);
            if (text.Contains((byte)0) || !Utf8.IsValid(text)) throw Unreadable(line);
            start = end;
        }
    }

    private static char SeparatorOf(byte[] bytes)
    {
        var end = Array.IndexOf(bytes, (byte)'\n');
        var header = Encoding.UTF8.GetString(bytes.AsSpan(0, end < 0 ? bytes.Length : end));
        return header.Count(c => c == ';') >= header.Count(c => c == ',') ? ';' : ',';
    }

    private static RefusedException Unreadable(long line, params IEnumerable<(string Key, string Value)> more) => new(new(
        "FILE_UNREADABLE", "The file is not the CSV that is described.", [("line", line.ToString(CultureInfo.InvariantCulture)), .. more]));
}
