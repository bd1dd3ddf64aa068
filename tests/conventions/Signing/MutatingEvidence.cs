using FsCheck;
using FsCheck.Fluent;
using static Reseau.Conventions.Tests.Signing.EvidenceExample;

namespace Reseau.Conventions.Tests.Signing;

/// <summary>One bit is enough.</summary>
public sealed class MutatingEvidence
{
    private static readonly byte[] Good = Bundle();
    private static readonly Dictionary<string, byte[]> Files = OwnVerifier.Unzip(Good);

    private static readonly Arbitrary<(string Name, int Bit)> AnyBit =
        (from name in Gen.Elements(Files.Keys.Order(StringComparer.Ordinal).ToArray()) from bit in Gen.Choose(0, (Files[name].Length * 8) - 1) select (name, bit)).ToArbitrary();

    [Fact]
    public void A_bit_flipped_anywhere_in_any_file_is_found_by_both_verifiers() => Prop.ForAll(AnyBit, flip =>
    {
        var bundle = OwnVerifier.Zip(Files.Select(file => file.Key == flip.Name ? KeyValuePair.Create(file.Key, Flipped(file.Value, flip.Bit)) : file));
        return !Verify(bundle).IsValid && !OwnVerifier.IsValid(bundle);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Every_bit_of_the_manifest_counts()
    {
        var manifest = Files["manifest.json"];
        // Every 99th: each bit of a byte in its turn, all over the file.
        Assert.All(Enumerable.Range(0, manifest.Length * 8 / 99), step =>
            Assert.False(OwnVerifier.IsValid(OwnVerifier.Zip(Files.Select(file => file.Key == "manifest.json" ? KeyValuePair.Create(file.Key, Flipped(manifest, step * 99)) : file)))));
    }

    [Fact]
    public void A_bit_flipped_anywhere_in_the_zip_is_found_or_leaves_every_file_as_it_was() => Prop.ForAll(Gen.Choose(0, (Good.Length * 8) - 1).ToArbitrary(), bit =>
    {
        var report = Verify(Flipped(Good, bit), Signed.Code);
        return !report.IsValid || report.Findings.Any(finding => finding.Code == Conventions.Signing.FindingCode.Repacked);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_bit_flipped_in_what_the_zip_says_of_itself_never_crashes()
    {
        // The directory is at the end: names, places, sizes, counts.
        Assert.All(Enumerable.Range(0, 300), step =>
        {
            var report = Verify(Flipped(Good, ((Good.Length - 1) * 8) - (step * 17)), Signed.Code);
            Assert.True(!report.IsValid || report.Findings.Any(finding => finding.Code == Conventions.Signing.FindingCode.Repacked));
        });
    }

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
