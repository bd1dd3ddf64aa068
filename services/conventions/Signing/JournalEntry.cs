using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reseau.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>A fact in its place: after the one before it, and before none that it does not name.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Previous">Hash of the entry before; <see cref="Journal.Origin"/> for the first.</param>
/// <param name="Fact">What happened.</param>
/// <param name="Hash">SHA-256 of the entry's JSON in its canonical form, this property left out.</param>
public sealed record JournalEntry(int Number, string Previous, JournalFact Fact, string Hash)
{
    private const string HashName = "hash";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Chains a fact.</summary>
    internal static JournalEntry After(string convention, int number, string previous, JournalFact fact)
    {
        var entry = new JournalEntry(number, previous, Kept(fact), "");
        return entry with { Hash = HashOf(entry.ToJson(convention)) };
    }

    /// <summary>What the hash of an entry must be.</summary>
    internal static string HashOf(JsonObject entry)
    {
        var content = entry.DeepClone().AsObject();
        content.Remove(HashName);
        return RenderedDocument.HashOf(CanonicalJson.Write(content));
    }

    internal JsonObject ToJson(string convention)
    {
        var json = new JsonObject { ["convention"] = convention, ["number"] = Number, ["previous"] = Previous, ["event"] = Name(Fact.Event), ["time"] = Time(Fact.OccurredAt), ["version"] = Fact.Version };
        AddText("institution", Fact.Institution);
        AddText("function", Fact.Function);
        AddText("mandate", Fact.Mandate);
        AddText("method", Fact.Method);
        AddText("document_sha256", Fact.DocumentSha256);
        AddText("reason", Fact.Reason);
        AddText(HashName, Hash);
        if (Fact.Signer is { } signer) json["signer"] = new JsonObject { ["subject"] = signer.Subject, ["name"] = signer.Name };
        if (Fact.Level is { } level) json["level"] = Name(level);
        if (Fact.SignedInAt is { } time) json["sign_in_time"] = Time(time);
        if (Fact.Terms is { } terms) json["terms"] = ToJson(terms);
        return json;

        void AddText(string name, string value)
        {
            if (value.Length > 0) json[name] = value;
        }
    }

    /// <summary>Reads an entry. What cannot be read is told by one of the exceptions of <see cref="IsUnreadable"/>.</summary>
    internal static JournalEntry FromJson(JsonObject json) => new(Whole(json, "number"), Text(json, "previous"), new()
    {
        Event = Value<JournalEvent>(Text(json, "event")),
        OccurredAt = ReadTime(Text(json, "time")),
        Version = Whole(json, "version"),
        Institution = Text(json, "institution"),
        Function = Text(json, "function"),
        Mandate = Text(json, "mandate"),
        Method = Text(json, "method"),
        DocumentSha256 = Text(json, "document_sha256"),
        Reason = Text(json, "reason"),
        Signer = json["signer"] is { } signer ? new(Text(signer, "subject"), Text(signer, "name")) : null,
        Level = json["level"] is { } level ? Value<SignatureLevel>(level.GetValue<string>()) : null,
        SignedInAt = json["sign_in_time"] is { } time ? ReadTime(time.GetValue<string>()) : null,
        Terms = json["terms"] is { } terms ? ReadTerms(terms) : null,
    }, Text(json, HashName));

    internal static bool IsUnreadable(Exception failure) => failure is FormatException or InvalidOperationException or KeyNotFoundException or JsonException;

    private static JsonObject ToJson(JournalTerms terms) => new()
    {
        ["title"] = terms.Title,
        ["kind"] = terms.KindLabel,
        ["parties"] = new JsonArray([.. terms.Parties.Select(party => new JsonObject { ["institution"] = party.Institution, ["name"] = party.Name })]),
        ["in_order"] = terms.InOrder,
        ["level"] = Name(terms.Level),
        ["sign_until"] = Time(terms.SignableUntil),
    };

    private static JournalTerms ReadTerms(JsonNode json) => new(
        Text(json, "title"), Text(json, "kind"),
        [.. (json["parties"] as JsonArray ?? []).Select(party => new JournalParty(Text(party!, "institution"), Text(party!, "name")))],
        json["in_order"]?.GetValue<bool>() ?? false, Value<SignatureLevel>(Text(json, "level")), ReadTime(Text(json, "sign_until")));

    // What programs write to JSON each in their own way is put right before it is hashed: times beyond the millisecond, halves of pairs, controls.
    private static JournalFact Kept(JournalFact fact) => fact with
    {
        OccurredAt = Kept(fact.OccurredAt),
        SignedInAt = fact.SignedInAt is { } time ? Kept(time) : null,
        Institution = Kept(fact.Institution),
        Function = Kept(fact.Function),
        Mandate = Kept(fact.Mandate),
        Method = Kept(fact.Method),
        Reason = Kept(fact.Reason),
        Signer = fact.Signer is { } signer ? new(Kept(signer.Subject), Kept(signer.Name)) : null,
        Terms = fact.Terms is { } terms ? terms with
        {
            Title = Kept(terms.Title),
            KindLabel = Kept(terms.KindLabel),
            Parties = [.. terms.Parties.Select(party => new JournalParty(Kept(party.Institution), Kept(party.Name)))],
            SignableUntil = Kept(terms.SignableUntil),
        } : null,
    };

    private static string Kept(string text) => string.Concat(text.EnumerateRunes().Select(letter => Rune.IsControl(letter) && letter.Value != '\n' ? Rune.ReplacementChar : letter));

    private static DateTimeOffset Kept(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    // Lower-case words with hyphens, as events are named everywhere in Réseau.
    private static string Name<T>(T value) where T : struct, Enum =>
        string.Concat($"{value}".Select((letter, place) => char.IsUpper(letter) && place > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static T Value<T>(string name) where T : struct, Enum => Array.Find(Enum.GetValues<T>(), value => Name(value) == name) is { } found && Enum.IsDefined(found)
        ? found : throw new FormatException($"{typeof(T).Name} has no {name}.");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset ReadTime(string text) =>
        DateTimeOffset.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string Text(JsonNode json, string name) => json[name]?.GetValue<string>() ?? "";

    private static int Whole(JsonNode json, string name) => (json[name] ?? throw new FormatException($"{name} is missing.")).GetValue<int>();
}
