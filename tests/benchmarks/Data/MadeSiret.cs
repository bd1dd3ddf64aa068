using System.Globalization;

namespace Reseau.Benchmarks.Data;

/// <summary>Numbers that look like a SIRET and pass its checks: nine digits of the body, five of the place, each ending so that Luhn's sum holds.</summary>
internal static class MadeSiret
{
    public static string Of(int place, SplitMix random)
    {
        var siren = WithCheck((10_000_000 + place).ToString("D8", CultureInfo.InvariantCulture));
        return WithCheck(siren + random.Below(10_000).ToString("D4", CultureInfo.InvariantCulture));
    }

    private static string WithCheck(string digits)
    {
        var sum = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            // Every second digit counts twice, beginning with the one before the check.
            var digit = (digits[i] - '0') * ((digits.Length - i) % 2 == 1 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
