using System.Buffers.Binary;
using System.Numerics;

namespace Reseau.Conventions.Tests.Signing;

/// <summary>SHA-256 as FIPS 180-4 describes it, for the second verifier: slow, and nobody else's.</summary>
internal static class OwnSha256
{
    private static readonly int[] Primes = [.. Enumerable.Range(2, 400).Where(number => Enumerable.Range(2, number - 2).All(other => number % other != 0)).Take(64)];

    // The first 32 bits of what follows the point in the cube roots of the first 64 primes, and in the square roots of the first 8.
    private static readonly uint[] Keys = [.. Primes.Select(prime => FractionOfRoot(prime, 3))];
    private static readonly uint[] Begin = [.. Primes.Take(8).Select(prime => FractionOfRoot(prime, 2))];

    public static string Of(byte[] message)
    {
        var padded = new byte[((message.Length + 8) / 64 * 64) + 64];
        message.CopyTo(padded, 0);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(padded.AsSpan(padded.Length - 8), message.Length * 8L);

        var hash = (uint[])Begin.Clone();
        var words = new uint[64];
        for (var block = 0; block < padded.Length; block += 64)
        {
            for (var index = 0; index < 16; index++) words[index] = BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(block + (index * 4)));
            for (var index = 16; index < 64; index++) words[index] = words[index - 16] + Small(words[index - 15], 7, 18, 3) + words[index - 7] + Small(words[index - 2], 17, 19, 10);
            Mix(hash, words);
        }
        return string.Concat(hash.Select(word => word.ToString("x8", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static void Mix(uint[] hash, uint[] words)
    {
        var (a, b, c, d, e, f, g, h) = (hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7]);
        for (var round = 0; round < 64; round++)
        {
            var first = h + Big(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + Keys[round] + words[round];
            var second = Big(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }
        uint[] added = [a, b, c, d, e, f, g, h];
        for (var index = 0; index < 8; index++) hash[index] += added[index];
    }

    private static uint Big(uint word, int one, int two, int three) => BitOperations.RotateRight(word, one) ^ BitOperations.RotateRight(word, two) ^ BitOperations.RotateRight(word, three);

    private static uint Small(uint word, int one, int two, int shift) => BitOperations.RotateRight(word, one) ^ BitOperations.RotateRight(word, two) ^ (word >> shift);

    // The root of prime × 2^(32 × degree), by halving, in whole numbers.
    private static uint FractionOfRoot(int prime, int degree)
    {
        var target = (BigInteger)prime << (32 * degree);
        var (low, high) = (BigInteger.Zero, BigInteger.One << 40);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (BigInteger.Pow(middle, degree) <= target) low = middle;
            else high = middle;
        }
        return (uint)(low & uint.MaxValue);
    }
}
