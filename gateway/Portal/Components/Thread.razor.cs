using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Documents;
using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.TimelineEntry.Types;

namespace Reseau.Gateway.Portal.Components;

/// <summary>The thread of a referral: what happened, what was said, and the forms that add to it.</summary>
public sealed partial class Thread
{
    [Parameter, EditorRequired]
    public Referral Referral { get; set; } = null!;

    /// <summary>Names for display of the institutions that act in it.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Names { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Parameter, EditorRequired]
    public string Handler { get; set; } = "";

    /// <summary>The form being shown again, if it is one of these: what was typed is still there.</summary>
    [Parameter]
    public FormValues Sent { get; set; } = FormValues.Empty;

    [Parameter]
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <summary>What is wrong with the form that joins a document, when it comes back.</summary>
    [Parameter]
    public IReadOnlyList<FieldProblem> DocumentProblems { get; set; } = [];

    private bool CoversDocuments => Referral.Consent?.SharedFields.Contains("attachments") == true;

    private IEnumerable<string> FileErrors => DocumentProblems.Where(problem => problem.Field == DocumentRoutes.FileField).Select(problem => problem.Sentence);

    private static (string, string)[] Readers { get; } =
        [(nameof(Visibility.Shared), Label.Of(Visibility.Shared)), (nameof(Visibility.Internal), Label.Of(Visibility.Internal))];

    private string DocumentAddress(Attachment attachment) => $"{Address}/documents/{Uri.EscapeDataString(attachment.Name[(attachment.Name.LastIndexOf('/') + 1)..])}";

    private bool IsNoteSent => Sent.Text(ActionForm.ActionField) == ActionShape.Note.Word;
}
