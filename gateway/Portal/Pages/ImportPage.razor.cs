using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Imports;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// Sends a file to the directory. The form goes to <see cref="ImportUpload" />, which reads it as it comes; what is missing comes back
/// here in the address, as stable words. An import that began goes on as it began: only its file is asked for.
/// </summary>
public sealed partial class ImportPage
{
    public const string Address = "/reseau/import";

    private IReadOnlyList<Institution> _institutions = [];
    private List<FieldProblem> _problems = [];
    private Import? _begun;
    private string _institution = "";
    private string _id = "";

    [Inject]
    public InstitutionNames Names { get; set; } = null!;

    private IEnumerable<string> FileErrors => ErrorsOf(ImportUpload.FileField);

    protected override async Task LoadAsync()
    {
        // The id is chosen with the form: its progress can be followed while the file is being sent, and the same one resumes.
        _id = Guid.TryParse(Asked(ImportUpload.ImportField), out var id) ? id.ToString() : Guid.NewGuid().ToString();
        _problems = [.. Asked("erreur").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(5).Select(Explain)];
        if (_problems.Count > 0) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (id != Guid.Empty && !await ReadBegunAsync()) return;
        if (_begun is not null) _institution = await Names.OfAsync(_begun.Institution);
        else if (User.CanLookAfterNetwork) _institutions = await Names.AllAsync();
    }

    private async Task<bool> ReadBegunAsync()
    {
        var answer = await Calls.Partners((partners, options) => partners.GetImportAsync(new() { Name = "imports/" + _id }, options));
        if (!answer.Succeeded)
        {
            // The form comes back before the import has begun when something was missing in it.
            if (answer.Problem.Code != StatusCode.NotFound) Fail(answer.Problem);
            return Problem is null;
        }

        if (answer.Value is { State: not Import.Types.State.Done, Institution.Length: > 0 }) _begun = answer.Value;
        else _id = Guid.NewGuid().ToString();
        return true;
    }

    private static FieldProblem Explain(string reason) => reason switch
    {
        "upload.file-required" or "UNREADABLE_FILE" => new(ImportUpload.FileField, Label.Message(reason), "Fichier"),
        "upload.format-required" => new(ImportUpload.FormatField, Label.Message(reason), "Format"),
        "upload.institution-required" or "INSTITUTION_NOT_FOUND" => new(ImportUpload.InstitutionField, Label.Message(reason), "Institution"),
        _ => new("", Label.Message(reason)),
    };

    private IEnumerable<string> ErrorsOf(string control) => _problems.Where(problem => problem.Field == control).Select(problem => problem.Sentence);

    private string Asked(string name) => Http.Request.Query[name].ToString();
}
