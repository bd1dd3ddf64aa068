using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Imports;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>
/// How an import stands, and what is to correct. The page reloads by itself only for somebody who asks for it, and can be told to
/// stop: a page that jumps under a screen reader unasked cannot be read.
/// </summary>
public sealed partial class ImportReportPage
{
    private const int RefreshSeconds = 5;

    private Import _import = new();
    private bool _waiting;

    [Parameter]
    public string Id { get; set; } = "";

    private bool IsFollowed => Http.Request.Query["suivre"] == "1";

    private string StateKind => _import.State switch { Import.Types.State.Done => "done", Import.Types.State.Failed => "problem", _ => "warning" };

    // The form finds by itself how the import began.
    private string ResumeAddress => QueryHelpers.AddQueryString(ImportPage.Address, ImportUpload.ImportField, Id);

    /// <summary>The report of an import; with <paramref name="follow" />, reloaded while it goes on.</summary>
    public static string AddressOf(string id, bool follow = false) => $"{ImportPage.Address}/{Uri.EscapeDataString(id)}{(follow ? "?suivre=1" : "")}";

    protected override async Task LoadAsync()
    {
        var answer = await Calls.Partners((partners, options) => partners.GetImportAsync(new() { Name = "imports/" + Id }, options));
        if (answer.Succeeded)
        {
            _import = answer.Value;
        }
        else if (IsFollowed && answer.Problem.Code == StatusCode.NotFound)
        {
            // Followed from another tab, an import is not there until its first bytes are.
            _waiting = true;
        }
        else
        {
            Fail(answer.Problem);
            return;
        }

        if (IsFollowed && (_waiting || _import.State == Import.Types.State.Running))
        {
            Http.Response.Headers["Refresh"] = RefreshSeconds.ToString(CultureInfo.InvariantCulture);
        }
    }
}
