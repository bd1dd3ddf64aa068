using System.Globalization;
using CsvHelper;
using Reseau.Conventions.Domain;
using Reseau.Kernel;

namespace Reseau.Conventions.Rpc;

/// <summary>A list of conventions as a file for spreadsheets: a row each, sums in euros, and no cell that a spreadsheet would run.</summary>
internal static class ConventionsFile
{
    private static readonly CsvWriterOptions Shape = new() { Separator = ';', Injection = CsvInjection.Escape, InjectionCharacters = "=+-@\t\r", InjectionEscape = '\'' };

    private static readonly string[] Columns =
        ["convention", "titre", "nature", "etat", "version", "auteur", "parties", "debut", "fin", "engagements", "tenus", "en_retard", "prete", "prevu_euros", "paye_euros"];

    public static byte[] Header() => Write([Columns]);

    public static byte[] Lines(IEnumerable<Convention> conventions, DateOnly today) => Write(conventions.Select(convention => Cells(convention, today)));

    private static string[] Cells(Convention convention, DateOnly today)
    {
        var (content, progress) = (convention.Content, convention.Progress);
        return
        [
            convention.Name, content.Title, EnumNames.Of(content.Kind), EnumNames.Of(convention.State), Number(convention.TextVersion), convention.Author,
            string.Join(", ", content.Parties.Select(party => party.DisplayName.Length > 0 ? party.DisplayName : party.Institution)), Day(content.StartDate), Day(content.EndDate),
            Number(content.Commitments.Count), Number(content.Commitments.Count(commitment => progress.Of(commitment) is { Kept: true })),
            Number(content.Commitments.Count(commitment => progress.IsLate(commitment, today))), convention.IsReady ? "oui" : "non",
            Euros(content.Financing?.Fundings.Sum(funding => funding.PlannedCents) ?? 0), Euros(content.Financing?.Fundings.Sum(progress.Of) ?? 0),
        ];
    }

    private static byte[] Write(IEnumerable<string[]> rows)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Shape, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row) csv.WriteField(cell);
                csv.EndRecord();
            }
        }
        return file.ToArray();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private static string Euros(long cents) => (cents / 100m).ToString("0.00", CultureInfo.GetCultureInfo("fr-FR"));
}
