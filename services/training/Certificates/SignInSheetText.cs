using System.Globalization;
using Reseau.Documents;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Certificates;

/// <summary>The sheet that those who have a seat sign on paper, for one half-day; with lines for who comes without having enrolled.</summary>
internal static class SignInSheetText
{
    private const int EmptyLines = 5;

    /// <summary>The file.</summary>
    /// <param name="session">The session.</param>
    /// <param name="halfDay">Which half-day, from 1.</param>
    /// <param name="seats">Name and institution of each person who has a seat, by name.</param>
    public static byte[] Render(Session session, int halfDay, IReadOnlyList<(string Name, string Institution)> seats)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Feuille d’émargement : {session.Course.Title}, demi-journée {halfDay} sur {session.Content.HalfDays.Count}");
        return PdfRenderer.Render(Parts(session, session.Content.HalfDays[halfDay - 1], title, seats), new(title, title, session.Name)).Pdf;
    }

    private static IEnumerable<DocumentPart> Parts(Session session, HalfDay halfDay, string title, IReadOnlyList<(string Name, string Institution)> seats)
    {
        yield return new HeadingPart(1, title);
        yield return new ParagraphPart($"Le {SessionWords.Day(halfDay)}, {SessionWords.Hours(halfDay)}{(halfDay.Place.Length > 0 ? $", {halfDay.Place}" : "")}.");
        if (session.Content.Trainers.Count > 0) yield return new ParagraphPart($"Intervenants : {string.Join(", ", session.Content.Trainers)}.");
        // A no-break space holds the room for a signature: a cell without a letter would be left out by who reads aloud.
        yield return new TablePart(["Nom", "Institution", "Signature"], seats.Concat(Enumerable.Repeat((Name: "\u00A0", Institution: "\u00A0"), EmptyLines))
            .Select(seat => (string[])[seat.Name, seat.Institution, "\u00A0\n\u00A0"]));
        yield return new ParagraphPart("Signature de l’intervenant :");
    }
}
