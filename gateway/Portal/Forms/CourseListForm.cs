using Microsoft.AspNetCore.WebUtilities;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>Which courses of the catalogue are listed, as the address of the page holds it.</summary>
public sealed record CourseListForm
{
    private const int PageSize = 20;

    /// <summary>Part of a title.</summary>
    public string Text { get; init; } = "";

    /// <summary><c>skills/{skill}</c>.</summary>
    public string Skill { get; init; } = "";

    /// <summary><c>habilitationRules/{rule}</c>.</summary>
    public string Habilitation { get; init; } = "";

    /// <summary>Those taken out of the catalogue as well.</summary>
    public bool Archived { get; init; }

    public string Page { get; init; } = "";

    public bool HasFilters => Archived || Text.Length + Skill.Length + Habilitation.Length > 0;

    public static CourseListForm Of(IQueryCollection query) => new()
    {
        Text = query["texte"].ToString().Trim(),
        Skill = query["competence"].ToString(),
        Habilitation = query["habilitation"].ToString(),
        Archived = query["retirees"].ToString().Length > 0,
        Page = query["page"].ToString(),
    };

    public ListCoursesRequest ToRequest() => new() { PageSize = PageSize, PageToken = Page, Query = Text, Skill = Skill, Habilitation = Habilitation, ShowArchived = Archived };

    public string ToAddress(string page) => QueryHelpers.AddQueryString(
        page,
        new[] { ("texte", Text), ("competence", Skill), ("habilitation", Habilitation), ("retirees", Archived ? "1" : ""), ("page", Page) }
            .Where(field => field.Item2.Length > 0).Select(field => KeyValuePair.Create<string, string?>(field.Item1, field.Item2)));
}
