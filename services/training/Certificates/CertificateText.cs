using System.Globalization;
using Reseau.Documents;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Certificates;

/// <summary>What a certificate says: who attended what, when, and how anybody checks it.</summary>
internal static class CertificateText
{
    /// <summary>The file.</summary>
    /// <param name="session">The session.</param>
    /// <param name="enrolment">The enrolment of who attended, which has a code.</param>
    /// <param name="name">First and last name; empty once erased.</param>
    /// <param name="skills">Labels of the skills it evidences.</param>
    public static byte[] Render(Session session, Enrolment enrolment, string name, IReadOnlyList<string> skills)
    {
        var (title, code) = ($"Attestation de formation : {session.Course.Title}", enrolment.Certificate!);
        return PdfRenderer.Render(Parts(session, enrolment, name, skills, code), new(title, $"Attestation {code}", code)).Pdf;
    }

    private static IEnumerable<DocumentPart> Parts(Session session, Enrolment enrolment, string name, IReadOnlyList<string> skills, string code)
    {
        yield return new HeadingPart(1, "Attestation de formation");
        yield return new ParagraphPart([new(name.Length > 0 ? name : "Une personne dont les données ont été effacées"), new(" a suivi jusqu’à son terme la formation :")]);
        yield return new ParagraphPart([new(session.Course.Title, Bold: true)]);
        yield return new ParagraphPart(Period(session) + (session.Course.Provider.Length > 0 ? $", par {session.Course.Provider}." : "."));
        yield return new HeadingPart(2, "Demi-journées suivies");
        yield return new TablePart(["Jour", "Heures"], session.Content.HalfDays.Where((_, index) => enrolment.PresenceOn(index + 1) == Presence.Present)
            .Select(halfDay => (string[])[SessionWords.Day(halfDay), SessionWords.Hours(halfDay)]));
        if (skills.Count > 0)
        {
            yield return new HeadingPart(2, "Compétences travaillées");
            yield return new ListPart(skills);
        }
        yield return new HeadingPart(2, "Vérifier cette attestation");
        yield return new ParagraphPart([new("Code : "), new(code, Bold: true)]);
        yield return new ParagraphPart(
            "Toute personne peut vérifier ce code sans compte, sur la page publique « Vérifier une attestation » de Réseau : elle dit si l’attestation est authentique, pour quelle formation "
            + "et de quelle date, et rien de la personne.");
    }

    private static string Period(Session session)
    {
        var (first, last) = (session.Content.FirstDay, session.Content.LastDay);
        var count = session.Content.HalfDays.Count.ToString(CultureInfo.InvariantCulture);
        var days = first == last ? $"Le {FrenchWords.Day(first)}" : $"Du {FrenchWords.Day(first)} au {FrenchWords.Day(last)}";
        return $"{days}, {count} {(session.Content.HalfDays.Count == 1 ? "demi-journée" : "demi-journées")}";
    }
}
