using System.Text.RegularExpressions;
using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.Referral.Types;

namespace Reseau.Gateway.Portal.Slips;

/// <summary>
/// Says a referral to the person it is about, by the rules of easy reading ("facile à lire et à comprendre"): short sentences, one
/// idea each, common words, no sigla explained by others. It leaves out need, theme, consent and messages.
/// </summary>
public static partial class SlipText
{
    /// <summary>Writes the slip.</summary>
    /// <param name="referral">The referral.</param>
    /// <param name="service">Its service; null while the directory does not answer.</param>
    /// <param name="place">The service's place; null as well.</param>
    /// <param name="sender">Display name of the institution that refers.</param>
    /// <param name="recipient">Display name of the institution that receives.</param>
    /// <param name="today">Day of writing.</param>
    public static Slip Of(Referral referral, Service? service, Structure? place, string sender, string recipient, DateOnly today)
    {
        var isBooked = IsBooked(referral);
        SlipPart[] parts =
        [
            new("Qui vous reçoit ?", Lines(referral.ServiceDisplayName, place?.DisplayName, recipient)),
            new("Quand ?", isBooked ? [French.Sentence(French.DayAndTime(referral.Appointment.StartTime))] : WithoutDate(referral.State)),
            new("Où ?", Where(service, place)),
            new("Ce que dit le service", Lines(isBooked ? referral.Appointment.Place : "")),
            new("Que faut-il apporter ?", Lines("Apportez cette fiche.", isBooked && referral.Appointment.Place.Length > 0 ? "" : "Demandez au service s’il faut apporter des papiers.")),
            new("Comment venir ?", Coming(service, place)),
            new("Qui appeler ?", Calling(service, place)),
            new("Qui vous envoie ?", Lines(sender, referral.ReferrerContact)),
        ];
        return new(
            isBooked ? "Votre rendez-vous" : "Votre demande",
            $"Pour : {NameOf(referral.Beneficiary)}",
            [.. parts.Where(part => part.Lines.Count > 0)],
            $"Cette fiche est à vous. Elle a été faite le {French.Day(today)}. Si quelque chose change, le service vous le dira.");
    }

    private static bool IsBooked(Referral referral) => referral is { State: State.Scheduled, Appointment.StartTime: not null };

    private static IReadOnlyList<string> WithoutDate(State state) => state switch
    {
        State.Waitlisted => ["Il n’y a pas encore de rendez-vous.", "Le service n’a pas de place aujourd’hui.", "Vous êtes sur sa liste d’attente."],
        State.Accepted => ["Il n’y a pas encore de rendez-vous.", "Le service est d’accord pour vous recevoir.", "Il va vous donner un rendez-vous."],
        State.NoShow => ["Le rendez-vous n’a pas eu lieu.", "Appelez le service pour en avoir un autre."],
        State.InProgress => ["Vous connaissez déjà ce service.", "Il vous dira quand revenir."],
        State.OnHold => ["Le service fait une pause.", "Il vous dira quand cela reprend."],
        _ => ["Il n’y a pas encore de rendez-vous.", "Le service va lire votre demande.", "Ensuite, il vous répondra."],
    };

    private static IReadOnlyList<string> Where(Service? service, Structure? place) => service is not null && !ServicePlace.IsOnSite(service)
        ? ["Vous n’avez pas besoin de vous déplacer.", "Cela se passe par téléphone ou par internet."]
        : [.. ServicePlace.Lines(service is null ? place?.Address : ServicePlace.AddressOf(service, place))];

    private static IReadOnlyList<string> Coming(Service? service, Structure? place)
    {
        if (service is null || !ServicePlace.IsOnSite(service)) return [];
        string[] hours = [.. Opening.Lines(Opening.HoursOf(service, place))];
        return [.. hours.Length > 0 ? (string[])["Le lieu est ouvert :", .. hours] : [], "Vous ne pouvez pas venir seul ou seule ? Dites-le au téléphone."];
    }

    private static IReadOnlyList<string> Calling(Service? service, Structure? place)
    {
        var phone = First(service?.Phone, place?.Phone);
        var email = First(service?.Email, place?.Email);
        if (phone.Length + email.Length == 0) return [];
        return Lines("Vous avez une question ? Vous ne pouvez pas venir ?", phone.Length > 0 ? $"Téléphone : {Spaced(phone)}" : "", email.Length > 0 ? $"Courriel : {email}" : "");
    }

    private static string NameOf(Beneficiary? person) =>
        person is null || person.FamilyName.Length == 0 ? person?.GivenName ?? "" : $"{person.GivenName} {System.Globalization.StringInfo.GetNextTextElement(person.FamilyName)}.";

    private static IReadOnlyList<string> Lines(params string?[] lines) =>
        [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string First(string? preferred, string? otherwise) => !string.IsNullOrEmpty(preferred) ? preferred : otherwise ?? "";

    // Digits are read in pairs.
    private static string Spaced(string phone) => TenDigits().IsMatch(phone) ? string.Join(' ', phone.Chunk(2).Select(pair => new string(pair))) : phone;

    [GeneratedRegex(@"^[0-9]{10}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TenDigits();
}
