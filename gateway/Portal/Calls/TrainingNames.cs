using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>What training speaks of, with what it is called; what is retired still has its name.</summary>
public sealed class TrainingNames(ServiceCalls calls, TrainingTerms terms)
{
    private const int PageSize = 200;
    private const int MostPages = 5;

    /// <summary>The skills and the habilitations of the network.</summary>
    public async Task<TrainingVocabulary> VocabularyAsync()
    {
        var skills = terms.SkillsAsync();
        return new(await skills, await terms.RulesAsync());
    }

    /// <summary>The first thousand courses of the catalogue; fewer while the service does not answer.</summary>
    public async Task<IReadOnlyList<(string Value, string Text)>> CoursesAsync()
    {
        var all = new List<(string Value, string Text)>();
        var token = "";
        for (var page = 0; page < MostPages; page++)
        {
            var request = new ListCoursesRequest { PageSize = PageSize, PageToken = token, ShowArchived = true };
            var answer = await calls.Courses((courses, options) => courses.ListCoursesAsync(request, options));
            if (!answer.Succeeded) break;
            all.AddRange(answer.Value.Courses.Select(course => (course.Name, course.Title)));
            token = answer.Value.NextPageToken;
            if (token.Length == 0) break;
        }

        return all;
    }
}
