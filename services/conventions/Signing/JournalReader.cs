using System.Text.Json.Nodes;

namespace Reseau.Conventions.Signing;

/// <summary>Reads a journal that somebody hands in, and finds the first entry that does not hold together with the others.</summary>
internal static class JournalReader
{
    public static (Journal? Journal, Finding? Finding) Read(byte[] file)
    {
        if (CanonicalJson.Read(file) is not { } json || json["entries"] is not JsonArray rows || !TryText(json["convention"], out var convention))
        {
            return (null, Unreadable("Le journal n’est pas un fichier JSON tel que Réseau l’écrit : il a été modifié ou abîmé."));
        }
        var entries = new List<JournalEntry>();
        var hashes = new List<string>();
        foreach (var (index, row) in rows.Index())
        {
            try
            {
                var entry = row!.AsObject();
                entries.Add(JournalEntry.FromJson(entry));
                // An entry of another convention has that one's name under its hash.
                hashes.Add(TryText(entry["convention"], out var named) && named == convention ? JournalEntry.HashOf(entry) : "");
            }
            catch (Exception failure) when (JournalEntry.IsUnreadable(failure) || failure is NullReferenceException)
            {
                return (null, Unreadable($"L’écriture à la place {index + 1} du journal ne peut pas être lue : elle a été modifiée, ou vient d’une autre version de Réseau."));
            }
        }
        return (Journal.Read(convention, entries), FirstBreak(entries, hashes));
    }

    private static Finding? FirstBreak(List<JournalEntry> entries, List<string> hashes)
    {
        var previous = Journal.Origin;
        foreach (var (index, entry) in entries.Index())
        {
            var expected = index + 1;
            if (entry.Number != expected) return OutOfPlace(entries, index, expected);
            if (hashes[index] != entry.Hash) return Finding.Alert(FindingCode.JournalEntryAltered, $"L’écriture {expected} du journal a été modifiée : son contenu n’a pas l’empreinte qu’elle porte.");
            if (entry.Previous != previous)
            {
                return Finding.Alert(FindingCode.JournalEntryAltered, index == 0
                    ? "L’écriture 1 du journal a été modifiée : elle devrait n’en suivre aucune."
                    : $"L’écriture {index} ou {expected} du journal a été remplacée : la seconde ne porte pas l’empreinte de la première.");
            }
            previous = entry.Hash;
        }
        return null;
    }

    private static Finding OutOfPlace(List<JournalEntry> entries, int index, int expected)
    {
        if (entries.FindIndex(index, entry => entry.Number == expected) >= 0)
        {
            // What should stand here comes later: two were swapped, or one was put in between.
            return entries.Count(entry => entry.Number == entries[index].Number) > 1
                ? Finding.Alert(FindingCode.JournalEntryAdded, $"Une écriture a été ajoutée au journal, à la place {expected}.")
                : Finding.Alert(FindingCode.JournalEntriesSwapped, $"L’écriture {expected} du journal a été déplacée : à sa place se trouve la {entries[index].Number}.");
        }
        return entries[index].Number > expected
            ? Finding.Alert(FindingCode.JournalEntryRemoved, $"L’écriture {expected} du journal a été retirée.")
            : Finding.Alert(FindingCode.JournalEntryAdded, $"Une écriture a été ajoutée au journal, à la place {expected}.");
    }

    private static Finding Unreadable(string message) => Finding.Alert(FindingCode.JournalUnreadable, message);

    private static bool TryText(JsonNode? node, out string text)
    {
        text = "";
        return node is JsonValue value && value.TryGetValue(out text!);
    }
}
