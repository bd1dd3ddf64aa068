using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Says whether a certificate is genuine, to whoever holds it. The address holds its code, which names nobody.</summary>
public sealed partial class CertificatePage
{
    public const string Address = "/attestation";
    private const string CodeField = "code";

    private readonly List<FieldProblem> _problems = [];
    private string _code = "";
    private CheckCertificateResponse? _answer;

    protected override async Task LoadAsync()
    {
        if (!Http.Request.Query.ContainsKey(CodeField)) return;

        _code = Http.Request.Query[CodeField].ToString().Trim();
        if (_code.Length == 0)
        {
            Wrong(Label.Message("field.required"));
            return;
        }

        var answer = await Calls.Sessions((sessions, options) => sessions.CheckCertificateAsync(new() { Code = _code }, options));
        if (answer.Succeeded) _answer = answer.Value;
        else if (answer.Problem.Fields.Count > 0) Wrong(answer.Problem.Fields[0].Sentence);
        else Fail(answer.Problem);
    }

    private void Wrong(string sentence)
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        _problems.Add(new(CodeField, sentence));
    }
}
