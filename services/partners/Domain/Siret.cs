namespace Reseau.Partners.Domain;

/// <summary>The number of an establishment: 14 digits whose Luhn sum is a multiple of ten.</summary>
public static class Siret
{
    /// <summary>La Poste's establishments outgrew the Luhn rule: the plain sum of the digits is a multiple of five instead.</summary>
    private const string LaPoste = "356000000";

    public static bool HasValidForm(string siret) => siret.Length == 14 && siret.All(char.IsAsciiDigit);

    public static bool HasValidChecksum(string siret) =>
        LuhnSum(siret) % 10 == 0 || (siret.StartsWith(LaPoste, StringComparison.Ordinal) && siret.Sum(Digit) % 5 == 0);

    private static int LuhnSum(string digits) => digits.Select((c, i) => (digits.Length - i) % 2 == 0 ? Doubled(Digit(c)) : Digit(c)).Sum();

    private static int Doubled(int digit) => digit < 5 ? digit * 2 : (digit * 2) - 9;

    private static int Digit(char c) => c - '0';
}
