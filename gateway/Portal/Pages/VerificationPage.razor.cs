using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Documents;
using Reseau.Gateway.Portal.Labels;
using static Reseau.Conventions.V1.CheckDocumentResponse.Types;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Says whether a document is a convention in force, to whoever holds it. The address holds its hash: it names nothing and nobody.</summary>
public sealed partial class VerificationPage
{
    public const string Address = "/verification";
    public const string WithoutFile = Address + "?" + FileMissing + "=1";
    private const string HashField = "empreinte";
    private const string FileMissing = "sans-document";

    private readonly List<FieldProblem> _problems = [];
    private string _hash = "";
    private Validity? _validity;

    private IEnumerable<string> FileErrors => _problems.Where(problem => problem.Field == DocumentCheck.FileField).Select(problem => problem.Sentence);

    /// <summary>The answer about a document.</summary>
    public static string AddressOf(string hash) => $"{Address}?{HashField}={Uri.EscapeDataString(hash)}";

    protected override async Task LoadAsync()
    {
        // Copied from a letter, it may come in capitals and in groups.
        _hash = string.Concat(Http.Request.Query[HashField].ToString().Where(character => !char.IsWhiteSpace(character))).ToLowerInvariant();
        if (Http.Request.Query.ContainsKey(FileMissing)) Wrong(DocumentCheck.FileField, Label.Message("upload.file-required"));
        if (_hash.Length == 0) return;

        var answer = await Calls.Conventions((conventions, options) => conventions.CheckDocumentAsync(new() { DocumentSha256 = _hash }, options));
        if (answer.Succeeded) _validity = answer.Value.Validity;
        else if (answer.Problem.Fields.Count > 0) Wrong(HashField, answer.Problem.Fields[0].Sentence);
        else Fail(answer.Problem);
    }

    private void Wrong(string field, string sentence)
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        _problems.Add(new(field, sentence));
    }
}
