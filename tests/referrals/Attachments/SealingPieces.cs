using System.Security.Cryptography;
using Reseau.Referrals.Attachments;

namespace Reseau.Referrals.Tests.Attachments;

public sealed class SealingPieces
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void A_piece_opens_in_its_own_place_and_nowhere_else()
    {
        using var cipher = new AttachmentCipher(Key, "referrals/1", "a");
        var piece = cipher.Seal("content"u8, 3, last: false);

        Assert.Equal("content"u8.ToArray(), cipher.Open(piece, 3, last: false));
        Assert.Throws<AuthenticationTagMismatchException>(() => cipher.Open(piece, 2, last: false));
        Assert.Throws<AuthenticationTagMismatchException>(() => cipher.Open(piece, 3, last: true));
        using var other = new AttachmentCipher(Key, "referrals/1", "b");
        Assert.Throws<AuthenticationTagMismatchException>(() => other.Open(piece, 3, last: false));
        using var elsewhere = new AttachmentCipher(Key, "referrals/2", "a");
        Assert.Throws<AuthenticationTagMismatchException>(() => elsewhere.Open(piece, 3, last: false));
        using var erased = new AttachmentCipher(RandomNumberGenerator.GetBytes(32), "referrals/1", "a");
        Assert.Throws<AuthenticationTagMismatchException>(() => erased.Open(piece, 3, last: false));
    }
}
