using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Pages;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Imports;

/// <summary>The fields of an import beside its file, and what is missing among them, as the words the form explains.</summary>
internal sealed class ImportFields
{
    private readonly List<string> _problems = [];
    private string _id = "";
    private string _format = "";
    private string _institution = "";
    private bool _dryRun;

    /// <summary>Id of the import; a new one when the form carried none.</summary>
    public string Id => _id.Length > 0 ? _id : _id = Guid.NewGuid().ToString();

    public IReadOnlyList<string> Problems =>
    [
        .. _problems,
        .. Format == DirectoryFormat.Unspecified ? ["upload.format-required"] : (string[])[],
        .. _institution.Length == 0 ? ["upload.institution-required"] : (string[])[],
    ];

    private DirectoryFormat Format => Enum.TryParse<DirectoryFormat>(_format, out var format) && Enum.IsDefined(format) ? format : DirectoryFormat.Unspecified;

    public void Read(string name, string value)
    {
        switch (name)
        {
            case ImportUpload.ImportField when Guid.TryParse(value, out var id):
                _id = id.ToString();
                break;
            case ImportUpload.FormatField:
                _format = value;
                break;
            case ImportUpload.InstitutionField:
                _institution = value;
                break;
            case ImportUpload.DryRunField:
                _dryRun = value == "oui";
                break;
            default:
                break;
        }
    }

    public void MissFile() => _problems.Add("upload.file-required");

    public void Refuse(string reason) => _problems.Add(reason);

    public ImportHeader ToHeader() => new()
    {
        Name = "imports/" + Id,
        Format = Format,
        Institution = "institutions/" + _institution,
        DryRun = _dryRun,
    };

    /// <summary>Back to the form, with what was typed and what is wrong.</summary>
    public string ToAddress() => QueryHelpers.AddQueryString(ImportPage.Address, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["erreur"] = string.Join(',', Problems),
        [ImportUpload.ImportField] = Id,
        [ImportUpload.FormatField] = _format,
        [ImportUpload.InstitutionField] = _institution,
        [ImportUpload.DryRunField] = _dryRun ? "oui" : null,
    });
}
