using Reseau.Kernel.Calendar;

namespace Reseau.Kernel.Tests.Calendar;

public sealed class SayingHoursInFrench
{
    [Theory]
    [InlineData("24/7", "tous les jours, à toute heure")]
    [InlineData("Mo-Su 00:00-24:00", "tous les jours, à toute heure")]
    [InlineData("Mo-Fr 09:00-12:00,14:00-17:00", "lundi au vendredi : 9 h à 12 h et 14 h à 17 h")]
    [InlineData("Mo-Fr 08:30-12:00", "lundi au vendredi : 8 h 30 à 12 h")]
    [InlineData("Mo,We 14:00-16:30; Sa off", "lundi et mercredi : 14 h à 16 h 30")]
    [InlineData("Mo-Fr 09:00-12:00; We 14:00-17:00; PH off", "lundi, mardi, jeudi et vendredi : 9 h à 12 h|mercredi : 14 h à 17 h|fermé les jours fériés")]
    [InlineData("Mo-Fr 09:00-17:00; We 12:00-14:00 off", "lundi, mardi, jeudi et vendredi : 9 h à 17 h|mercredi : 9 h à 12 h et 14 h à 17 h")]
    [InlineData("Mo-Fr 09:00-17:00; PH 10:00-12:00", "lundi au vendredi : 9 h à 17 h|jours fériés : 10 h à 12 h")]
    [InlineData("Mo-Su,PH 09:00-17:00", "tous les jours : 9 h à 17 h")]
    [InlineData("Sa 18:00-24:00", "samedi : 18 h à minuit")]
    [InlineData("off", "fermé")]
    [InlineData("PH off", "fermé les jours fériés")]
    [InlineData("Mo-We,Sa off", "fermé du lundi au mercredi et le samedi")]
    [InlineData("SH off", "fermé pendant les vacances scolaires")]
    [InlineData("We[1] 14:00-17:00", "1er mercredi du mois : 14 h à 17 h")]
    [InlineData("We[1,3] 14:00-17:00; Fr[-1] off", "1er et 3e mercredis du mois : 14 h à 17 h|fermé le dernier vendredi du mois")]
    [InlineData("We[1] +1 day 14:00-17:00", "le lendemain du 1er mercredi du mois : 14 h à 17 h")]
    [InlineData("PH -1 day 09:00-12:00", "la veille des jours fériés : 9 h à 12 h")]
    [InlineData("Fr,Sa 22:00-02:00", "vendredi et samedi : 22 h à 2 h")]
    [InlineData("Mo 18:00+", "lundi : à partir de 18 h")]
    [InlineData("Mo 14:00-18:00+", "lundi : 14 h à 18 h ou plus tard")]
    [InlineData("week 1-53/2 Mo 09:00-12:00; week 2-52/2 Tu 09:00-12:00", "lundi, semaines impaires : 9 h à 12 h|mardi, semaines paires : 9 h à 12 h")]
    [InlineData("Jul-Aug Mo 09:00-12:00; Jul 14 off", "lundi, de juillet à août : 9 h à 12 h|fermé le 14 juillet")]
    [InlineData("Apr-Oct Mo 09:00-12:00", "lundi, d'avril à octobre : 9 h à 12 h")]
    [InlineData("2026 Jul 01-2026 Aug 31 off", "fermé du 1er juillet au 31 août 2026")]
    [InlineData("Dec 25-Jan 01 off", "fermé du 25 décembre au 1er janvier")]
    [InlineData("easter +1 day off", "fermé le lundi de Pâques")]
    [InlineData("Mo 09:00-12:00 \"sur rendez-vous\"", "lundi : 9 h à 12 h (sur rendez-vous)")]
    [InlineData("We \"sur rendez-vous\"", "mercredi : sur rendez-vous")]
    [InlineData("Mo 09:00-12:00, We[1] 14:00-17:00 || \"appeler\"", "lundi : 9 h à 12 h|et aussi 1er mercredi du mois : 14 h à 17 h|sinon, appeler")]
    [InlineData("Mo 12:00-14:00 off; We[1] 09:00-18:00", "lundi : fermé de 12 h à 14 h|1er mercredi du mois : 9 h à 18 h")]
    [InlineData("voir le site", "voir le site")]
    public void Lines_are(string text, string lines) =>
        Assert.Equal(lines, string.Join('|', FrenchHours.Lines(text)).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("2026-11-23 10:00", "ouvert jusqu'à 12 h")]
    [InlineData("2026-11-23 08:00", "fermé, ouvre à 9 h")]
    [InlineData("2026-11-23 12:00", "fermé, ouvre demain à 9 h")]
    [InlineData("2026-11-24 20:00", "ouverture à vérifier (sur rendez-vous)")]
    [InlineData("2026-11-27 12:00", "fermé, ouvre lundi à 9 h")]
    [InlineData("2026-12-24 18:00", "fermé, ouvre lundi à 9 h")]
    public void The_present_is_said_with_what_comes_next(string at, string said) => Assert.Equal(
        said,
        FrenchHours.Now(Hours.Of("Mo-Fr 09:00-12:00, Tu 19:00-21:00 \"sur rendez-vous\"; PH off"), Hours.At(at), FrenchHolidays.National, Hours.FewMonths).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("24/7", "ouvert")]
    [InlineData("off", "fermé")]
    [InlineData("Mo 09:00-24:00", "ouvert jusqu'à minuit")]
    [InlineData("2027 Jan 05 09:00-12:00", "fermé, ouvre mardi 5 janvier 2027 à 9 h")]
    public void What_does_not_change_soon_is_said_shortly(string text, string said) => Assert.Equal(
        said, FrenchHours.Now(Hours.Of(text), Hours.At("2026-11-23 10:00"), FrenchHolidays.National, Hours.FewMonths).Replace('\u00A0', ' '));
}
