using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Reseau.Kernel.Tests;

public sealed class FindingANir
{
    [Theory]
    [InlineData("2690549588157", "thirteen digits")]
    [InlineData("269054958815780", "fifteen digits with their key")]
    [InlineData("2 69 05 49 588 157 80", "as the card writes it")]
    [InlineData("2.69.05.49.588.157.80", "dots")]
    [InlineData("2-69-05-49-588-157", "hyphens")]
    [InlineData("2\u00a069\u00a005\u00a049\u00a0588\u202f157", "spaces of a word processor")]
    [InlineData("2 69 05  49 588  157", "double spaces")]
    [InlineData("1 85 05 2A 004 123", "Corse-du-Sud")]
    [InlineData("185052b033123", "Haute-Corse in small letters")]
    [InlineData("7 85 05 99 351 123", "temporary number, born abroad")]
    [InlineData("1 85 31 35 238 123", "month of birth not known")]
    [InlineData("Voir dossier 2690549588157, merci", "inside a sentence")]
    [InlineData("2 69 05 49 588 157 12 rue de la Paix", "followed by another number")]
    [InlineData("2 69 05 49 588 157 81", "with a mistyped key")]
    public void A_number_shaped_as_a_NIR_is_found(string text, string why) => Assert.True(Nir.Appears(text), why);

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("02 61 91 00 02", "a telephone number")]
    [InlineData("06.12.34.56.78 ou 07.98.76.54.32", "two telephone numbers")]
    [InlineData("+33 2 61 91 00 02", "an international telephone number")]
    [InlineData("26350579300012", "a SIRET")]
    [InlineData("263 505 793 00012", "a SIRET with spaces")]
    [InlineData("2690549588", "ten digits")]
    [InlineData("269054958815781", "fifteen digits in a row with a wrong key")]
    [InlineData("52690549588157", "part of a longer number")]
    [InlineData("26905495881570123", "seventeen digits")]
    [InlineData("6 69 05 49 588 157", "no such first digit")]
    [InlineData("2 69 13 49 588 157", "no such month")]
    [InlineData("1 85 05 2C 004 123", "no such département")]
    [InlineData("FR76 3000 6000 0112 3456 7890 189", "an IBAN")]
    [InlineData("du 12/05/2026 à 14 h 30 au 19/06/2026", "dates")]
    [InlineData("35238, 35000 Rennes, 213502388", "codes of a commune")]
    public void Another_number_is_not_taken_for_one(string text, string why) => Assert.False(Nir.Appears(text), why);

    [Fact]
    public void A_right_key_is_found_whatever_the_number() =>
        Prop.ForAll(Gen.Choose(0, 99_999_999).ToArbitrary(), tail =>
        {
            var number = (1_850_000_000_000L + (5L * 100_000_000) + tail).ToString(CultureInfo.InvariantCulture);
            var key = 97 - (long.Parse(number, CultureInfo.InvariantCulture) % 97);
            return Nir.Appears($"{number}{key:00}");
        }).QuickCheckThrowOnFailure();
}
