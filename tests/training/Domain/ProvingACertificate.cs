using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Tests.Domain;

public sealed class ProvingACertificate
{
    [Fact]
    public void A_code_is_read_however_it_is_typed()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2000; round++)
        {
            var chance = new byte[CertificateCode.Random];
            random.NextBytes(chance);
            var code = CertificateCode.Of(chance);

            Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", code);
            Assert.Equal(code, CertificateCode.Read(code));
            Assert.Equal(code, CertificateCode.Read($" {code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()} "));
            Assert.Equal(code, CertificateCode.Read(code.Replace('0', 'o').Replace('1', 'l')));
        }
    }

    [Fact]
    public void One_wrong_letter_is_always_noticed()
    {
        var code = CertificateCode.Of([3, 14, 15, 9, 2, 6, 5, 3, 5, 8, 9]);
        foreach (var place in Enumerable.Range(0, code.Length).Where(place => code[place] != '-'))
        {
            foreach (var letter in CertificateCode.Letters.Where(letter => letter != code[place]))
                Assert.Null(CertificateCode.Read($"{code[..place]}{letter}{code[(place + 1)..]}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("7K3F-9QXM")]
    [InlineData("7K3F-9QXM-2DTP-7K3F")]
    [InlineData("7K3F-9QXM-2DU!")]
    [InlineData("ééé-ééé-ééé")]
    public void What_cannot_be_a_code_is_none(string typed) => Assert.Null(CertificateCode.Read(typed));
}
