using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>What people call the rows of figures of training: institutions, functions, places, courses.</summary>
public sealed class FigureNames(InstitutionNames institutions, PlaceNames places, TrainingNames training)
{
    // Asking for each place by itself is only worth it for those that are read.
    private const int MostPlaces = 100;

    /// <summary>The names of these rows; the id of one that is not known, or stands far down the list.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(FigureRows rows, IEnumerable<string> keys)
    {
        string[] all = [.. keys.Distinct(StringComparer.Ordinal)];
        var known = rows switch
        {
            FigureRows.Function => all.ToDictionary(key => key, ProfessionalWords.FunctionOf, StringComparer.Ordinal),
            FigureRows.Site => await places.OfAllAsync(all.Where(key => key.Length > 0).Take(MostPlaces)),
            FigureRows.Course => (await training.CoursesAsync()).ToDictionary(course => course.Value, course => course.Text, StringComparer.Ordinal),
            _ => await institutions.OfAllAsync(all.Where(key => key.Length > 0)),
        };
        return all.ToDictionary(key => key, key => key.Length == 0 ? Without(rows) : known.GetValueOrDefault(key, ResourceId.Of(key)), StringComparer.Ordinal);
    }

    private static string Without(FigureRows rows) => rows == FigureRows.Site ? "Sans lieu" : "Sans réponse";
}
