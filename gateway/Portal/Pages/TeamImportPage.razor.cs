using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Imports;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Pages;

/// <summary>Sends a file of professionals, to try it first or to keep it, and shows what became of each line. The form goes to <see cref="TeamUpload" />.</summary>
public sealed partial class TeamImportPage
{
    public const string Address = TeamPage.Address + "/importer";

    // More is corrected in a spreadsheet anyway.
    private const int Most = 500;

    private TeamImport? _import;
    private IReadOnlyList<FieldProblem> _problems = [];

    private static IReadOnlyList<(string Name, string Meaning)> Columns { get; } =
    [
        ("last_name", "Nom. Obligatoire."),
        ("first_name", "Prénom. Obligatoire."),
        ("email", "Courriel professionnel : il retrouve la personne d’un fichier à l’autre, et quand elle se connecte."),
        ("function", "Fonction, obligatoire : agent d’accueil, travailleur social, instructeur, ALI, responsable d’unité, conseiller numérique, médiateur numérique, bibliothécaire, autre."),
        ("sites", "Lieux de travail de l’annuaire, par exemple structures/ccas-rennes-siege ; s’il y en a plusieurs, séparés par des espaces."),
        ("arrival_date", "Premier jour, sous la forme 15/03/2026 ou 2026-03-15."),
        ("departure_date", "Dernier jour, de même."),
        ("permanences", "Heures de permanence, par exemple Mo,We 09:00-12:00 pour le lundi et le mercredi matin."),
    ];

    private IEnumerable<string> FileErrors => _problems.Where(problem => problem.Field == TeamUpload.FileField).Select(problem => problem.Sentence);

    protected override Task LoadAsync()
    {
        _import = TeamImport.Of(Http);
        if (_import is { Problem: { } problem }) Refuse(Sentence(problem), problem.HttpStatus);
        else if (_import is { Report: null }) Refuse(Label.Message("upload.file-required"), StatusCodes.Status422UnprocessableEntity);
        return Task.CompletedTask;
    }

    private void Refuse(string sentence, int status)
    {
        _problems = [new(TeamUpload.FileField, sentence, "Fichier")];
        Http.Response.StatusCode = status;
    }

    // Where a file stops making sense, and which columns it lacks.
    private static string Sentence(CallProblem problem)
    {
        string[] facts =
        [
            problem.Facts.GetValueOrDefault("columns") is { Length: > 0 } columns ? $"Colonnes qui manquent : {columns}." : "",
            problem.Facts.GetValueOrDefault("line") is { Length: > 0 } line ? $"Ligne {line}." : "",
        ];
        return string.Join(' ', facts.Where(fact => fact.Length > 0).Prepend(problem.Sentence));
    }
}
