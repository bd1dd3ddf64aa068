using Microsoft.AspNetCore.WebUtilities;
using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which professionals are listed, as the address of the page holds it.</summary>
public sealed record TeamForm
{
    private const int PageSize = 50;
    private const int Longest = 220;

    /// <summary>Part of a name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of a function of the contract.</summary>
    public string Function { get; init; } = "";

    /// <summary><c>structures/{structure}</c>.</summary>
    public string Site { get; init; } = "";

    /// <summary><c>skills/{skill}</c>.</summary>
    public string Skill { get; init; } = "";

    /// <summary><c>habilitationRules/{rule}</c>.</summary>
    public string Habilitation { get; init; } = "";

    /// <summary>Those who have left as well.</summary>
    public bool Departed { get; init; }

    public string Page { get; init; } = "";

    public bool HasFilters => Departed || Name.Length + Function.Length + Site.Length + Skill.Length + Habilitation.Length > 0;

    public static TeamForm Of(IQueryCollection query) => new()
    {
        Name = Text(query, "nom"),
        Function = Text(query, "fonction"),
        Site = Text(query, "lieu"),
        Skill = Text(query, "competence"),
        Habilitation = Text(query, "habilitation"),
        Departed = Text(query, "partis").Length > 0,
        Page = query["page"].ToString(),
    };

    public ListProfessionalsRequest ToRequest()
    {
        var request = new ListProfessionalsRequest { PageSize = PageSize, PageToken = Page, Query = Name, Site = Site, Skill = Skill, Habilitation = Habilitation, ShowDeparted = Departed };
        // An unknown word comes from somebody's own address: it filters nothing.
        if (Enum.TryParse<Function>(Function, out var function) && function != default) request.Functions.Add(function);
        return request;
    }

    /// <summary>What the service finds wrong, under its control.</summary>
    public static FieldProblem Named(FieldProblem violation) => violation.Field switch
    {
        "query" => violation with { Field = "nom", Label = "Nom" },
        "site" => violation with { Field = "lieu", Label = "Lieu" },
        "skill" => violation with { Field = "competence", Label = "Compétence" },
        "habilitation" => violation with { Field = "habilitation", Label = "Habilitation" },
        _ => violation with { Field = "" },
    };

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("nom", Name), ("fonction", Function), ("lieu", Site), ("competence", Skill), ("habilitation", Habilitation), ("partis", Departed ? "1" : ""), ("page", Page) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));

    private static string Text(IQueryCollection query, string name)
    {
        var text = query[name].ToString().Trim();
        return text.Length <= Longest ? text : text[..Longest];
    }
}
