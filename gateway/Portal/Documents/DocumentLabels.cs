using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.Attachment.Types;

namespace Reseau.Gateway.Portal.Documents;

/// <summary>What is said of documents.</summary>
public static class DocumentLabels
{
    /// <summary>The type a browser is told.</summary>
    public static string MediaType(Kind kind) => kind switch
    {
        Kind.Pdf => "application/pdf",
        Kind.Jpeg => "image/jpeg",
        Kind.Png => "image/png",
        Kind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Kind.Odt => "application/vnd.oasis.opendocument.text",
        _ => "application/octet-stream",
    };

    /// <summary>"PDF, 240 Ko"</summary>
    public static string Describe(Attachment attachment) => $"{Label.Of(attachment.Kind)}, {Size(attachment.SizeBytes)}";

    /// <summary>240 Ko; 1,4 Mo</summary>
    public static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(French.Culture, $"{Math.Max(1, (bytes + 500) / 1000)}\u00A0Ko")
        : string.Create(French.Culture, $"{bytes / 1_000_000d:0.#}\u00A0Mo");

    /// <summary>What is wrong with the form that joins a document; nothing for a word that is not known, because it comes from the address.</summary>
    public static IReadOnlyList<FieldProblem> Explain(string? word) => word is not { Length: > 0 } || !Label.HasMessage(word) ? []
        : word == "upload.readers-required" ? [new("lecteurs-joindre", Label.Message(word), "Qui peut lire")]
        : word == "upload.text" ? [new("message-joindre", Label.Message(word), "Ce que c’est")]
        : [new(DocumentRoutes.FileField, Label.Message(word), "Document")];
}
