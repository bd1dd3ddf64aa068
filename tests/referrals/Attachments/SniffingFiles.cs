using Reseau.Kernel;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Domain;
using static Reseau.Referrals.Tests.Attachments.Files;

namespace Reseau.Referrals.Tests.Attachments;

public sealed class SniffingFiles
{
    private static readonly Dictionary<string, (byte[] Content, AttachmentKind? Kind)> Cases = new(StringComparer.Ordinal)
    {
        ["a PDF"] = (Pdf(), AttachmentKind.Pdf),
        ["a long PDF"] = (Pdf(400_000), AttachmentKind.Pdf),
        ["a picture"] = (Jpeg, AttachmentKind.Jpeg),
        ["a picture with more after its end"] = ([.. Jpeg, .. new byte[5000]], AttachmentKind.Jpeg),
        ["a drawing"] = (Png, AttachmentKind.Png),
        ["a Word text"] = (Docx, AttachmentKind.Docx),
        ["an OpenDocument text"] = (Odt, AttachmentKind.Odt),
        ["nothing"] = ([], null),
        ["half a PDF"] = (Pdf(4000)[..2000], null),
        ["half a picture"] = (Jpeg[..20], null),
        ["half a drawing"] = (Png[..20], null),
        ["half a Word text"] = (Docx[..^30], null),
        ["a Word text with something after it"] = ([.. Docx, .. "MZ"u8], null),
        ["a Word text with macros"] = (Zip(("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", "")), null),
        ["a table"] = (Zip(("[Content_Types].xml", ""), ("xl/workbook.xml", "")), null),
        ["an OpenDocument table"] = (Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")), null),
        ["an OpenDocument template"] = (Zip(("mimetype", "application/vnd.oasis.opendocument.text-template"), ("content.xml", "")), null),
        ["any zip"] = (Zip(("virus.exe", "MZ")), null),
        ["a program"] = ([.. "MZ"u8, .. new byte[300]], null),
        ["a page"] = ([.. "<html><script>alert(1)</script>"u8, .. "%PDF-1.7 %%EOF"u8], null),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_what_its_content_says_however_it_arrives(string name)
    {
        var (content, kind) = Cases[name];

        Assert.All((int[])[1, 7, 1000, 65_536, 500_000], size =>
        {
            var sniffer = new FileSniffer();
            foreach (var piece in content.Chunk(size)) sniffer.Read(piece);
            Assert.Equal(kind, sniffer.Kind());
            Assert.False(sniffer.IsHopeless && kind is not null);
        });
    }

    [Fact]
    public void A_program_is_known_by_its_first_bytes()
    {
        var sniffer = new FileSniffer();
        sniffer.Read("MZ\u0090\0\u0003\0\0\0"u8);
        Assert.True(sniffer.IsHopeless);
    }

    [Theory]
    [InlineData("attestation.pdf", AttachmentKind.Pdf, "attestation.pdf")]
    [InlineData("PHOTO.JPEG", AttachmentKind.Jpeg, "PHOTO.JPEG")]
    [InlineData("courrier", AttachmentKind.Odt, "courrier.odt")]
    [InlineData("courrier du 3.11", AttachmentKind.Docx, "courrier du 3.11.docx")]
    [InlineData("attestation.pdf", AttachmentKind.Png, null)]
    [InlineData("attestation.pdf.exe", AttachmentKind.Pdf, null)]
    [InlineData("attestation.docm", AttachmentKind.Docx, null)]
    public void A_name_that_announces_something_else_is_a_lie(string name, AttachmentKind kind, string? kept) => Assert.Equal(kept, FileName.For(name, kind));

    [Theory]
    [InlineData("Documents\\Maëlle\\attestation.pdf", "attestation.pdf")]
    [InlineData("../../etc/attestation.pdf", "attestation.pdf")]
    [InlineData("fdp\u202eexe.attestation\r\n.pdf", "fdpexe.attestation.pdf")]
    public void A_name_keeps_neither_folders_nor_characters_that_deceive(string given, string kept) =>
        Assert.Equal(kept, FileName.Read(given, "file_name", new Violations()));
}
