using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reseau.Training.Views;

/// <summary>How a folded state is kept in a row.</summary>
internal static class RowJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static string Write<T>(T state) => JsonSerializer.Serialize(state, Options);

    public static T Read<T>(string body) => JsonSerializer.Deserialize<T>(body, Options) ?? throw new InvalidDataException($"The body of a {typeof(T).Name} is null.");
}
