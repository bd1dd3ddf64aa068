using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Imports;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Sends a file to the directory. The form goes to <see cref="ImportUpload" />, which reads it as it comes; what is missing comes back
/// here in the address, as stable words.
/// </summary>
public sealed partial class ImportPage
{
    public const string Address = "/reseau/import";
    private const int InstitutionsPerPage = 200;
    private const int MostPages = 10;

    private readonly List<Institution> _institutions = [];
    private List<FieldProblem> _problems = [];
    private string _id = "";

    private bool Resumed => Guid.TryParse(Asked(ImportUpload.ImportField), out _) && Asked("erreur").Length == 0;

    private bool IsWrong => InstitutionErrors.Any();

    private IEnumerable<string> InstitutionErrors => ErrorsOf(ImportUpload.InstitutionField);

    private IEnumerable<string> FileErrors => ErrorsOf(ImportUpload.FileField);

    protected override async Task LoadAsync()
    {
        // The id is chosen with the form: its progress can be followed while the file is being sent, and the same one resumes.
        _id = Guid.TryParse(Asked(ImportUpload.ImportField), out var id) ? id.ToString() : Guid.NewGuid().ToString();
        _problems = [.. Asked("erreur").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(5).Select(Explain)];
        if (_problems.Count > 0) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (User.CanLookAfterNetwork) await ReadInstitutionsAsync();
    }

    // The first two thousand: they only complete what is typed.
    private async Task ReadInstitutionsAsync()
    {
        var token = "";
        for (var page = 0; page < MostPages; page++)
        {
            var request = new ListInstitutionsRequest { PageSize = InstitutionsPerPage, PageToken = token };
            var answer = await Calls.Partners((partners, options) => partners.ListInstitutionsAsync(request, options));
            if (!answer.Succeeded) return;
            _institutions.AddRange(answer.Value.Institutions);
            token = answer.Value.NextPageToken;
            if (token.Length == 0) return;
        }
    }

    private static FieldProblem Explain(string reason) => reason switch
    {
        "upload.file-required" or "UNREADABLE_FILE" => new(ImportUpload.FileField, Label.Message(reason), "Fichier"),
        "upload.format-required" => new(ImportUpload.FormatField, Label.Message(reason), "Format"),
        "upload.institution-required" or "INSTITUTION_NOT_FOUND" => new("institution", Label.Message(reason), "Institution"),
        _ => new("", Label.Message(reason)),
    };

    private IEnumerable<string> ErrorsOf(string control) => _problems.Where(problem => problem.Field == control).Select(problem => problem.Sentence);

    private string Asked(string name) => Http.Request.Query[name].ToString();
}
