using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;
using Reseau.Partners.Search;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

/// <summary>Search hits to messages; each reason becomes a French sentence of ReasonTexts.resx.</summary>
internal static class HitMapper
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>A page has a hundred sentences: their forms are read once.</summary>
    private static readonly FrozenDictionary<string, CompositeFormat> Texts =
        new ResourceManager("Reseau.Partners.Rpc.ReasonTexts", typeof(HitMapper).Assembly).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToFrozenDictionary(text => (string)text.Key, text => CompositeFormat.Parse((string)text.Value!), StringComparer.Ordinal);

    /// <summary>A hit as the caller sees it: whom to ask for is told to partners only.</summary>
    public static Contract.SearchHit ToMessage(SearchHit hit, Contract.SearchView view, DateOnly today, bool isPartner)
    {
        var basic = view == Contract.SearchView.Basic;
        var message = new Contract.SearchHit
        {
            Service = basic ? RecordMapper.ToBasicMessage(hit.Entry.Record) : RecordMapper.ToMessage(hit.Entry.Record, hit.Entry.Structure, today),
            Structure = basic ? RecordMapper.ToBasicMessage(hit.Entry.Structure) : RecordMapper.ToMessage(hit.Entry.Structure),
            InstitutionDisplayName = hit.Entry.Institution.Name,
            DistanceApproximate = hit.DistanceApproximate,
            Score = hit.Score,
        };
        if (!isPartner) message.Service.Contacts.Clear();
        if (hit.DistanceMeters is { } meters) message.DistanceMeters = (int)Math.Round(meters);
        message.Reasons.AddRange(hit.Reasons.Select(reason => new Contract.SearchReason
        {
            Kind = KindOf(reason.Kind),
            Weight = reason.Weight,
            Text = Sentence(reason, hit.DistanceApproximate),
        }));
        return message;
    }

    private static Contract.SearchReason.Types.Kind KindOf(ReasonKind kind) => kind switch
    {
        ReasonKind.Theme or ReasonKind.ThemeFamily => Contract.SearchReason.Types.Kind.Theme,
        ReasonKind.Public or ReasonKind.AnyPublic => Contract.SearchReason.Types.Kind.Public,
        ReasonKind.Distance => Contract.SearchReason.Types.Kind.Distance,
        ReasonKind.EligibilityZone => Contract.SearchReason.Types.Kind.Eligibility,
        ReasonKind.Text => Contract.SearchReason.Types.Kind.Text,
        ReasonKind.Remote => Contract.SearchReason.Types.Kind.Remote,
        ReasonKind.UsualDelay => Contract.SearchReason.Types.Kind.AnswerDelay,
        ReasonKind.Room => Contract.SearchReason.Types.Kind.Room,
        ReasonKind.Quality => Contract.SearchReason.Types.Kind.Quality,
        ReasonKind.Open => Contract.SearchReason.Types.Kind.Open,
        ReasonKind.Language => Contract.SearchReason.Types.Kind.Language,
        ReasonKind.Convention => Contract.SearchReason.Types.Kind.Convention,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Sentence(Reason reason, bool approximate) => reason.Kind switch
    {
        ReasonKind.Theme => Text("Theme", Vocabulary.Themes.LabelOf(reason.Detail)),
        ReasonKind.ThemeFamily => Text("ThemeFamily"),
        ReasonKind.Public => Text("Public", Vocabulary.Publics.LabelOf(reason.Detail)),
        ReasonKind.AnyPublic => Text("AnyPublic"),
        ReasonKind.Distance => Text(approximate ? "DistanceApproximate" : "Distance", Kilometres(reason.Detail)),
        ReasonKind.EligibilityZone => Text("EligibilityZone"),
        ReasonKind.Text => Text("Words", reason.Detail),
        ReasonKind.Remote => Text("Remote"),
        ReasonKind.UsualDelay => Text("UsualDelay", Days(reason.Detail)),
        ReasonKind.Room => reason.Detail.Length == 0 ? Text("Room") : Text("RoomSeats", reason.Detail),
        ReasonKind.Quality => Text("Quality"),
        ReasonKind.Open => Text("Open"),
        ReasonKind.Language => Text("Language", Vocabulary.Languages.LabelOf(reason.Detail)),
        ReasonKind.Convention => reason.Detail.Length == 0 ? Text("Convention") : Text("ConventionUntil", DateOnly.Parse(reason.Detail, CultureInfo.InvariantCulture).ToString("d MMMM yyyy", French)),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string Kilometres(string meters) =>
        (double.Parse(meters, CultureInfo.InvariantCulture) / 1000).ToString("0.#", French);

    private static string Days(string days) => double.Parse(days, CultureInfo.InvariantCulture).ToString("0.#", French);

    private static string Text(string key) => Texts[key].Format;

    private static string Text(string key, string value) => string.Format(French, Texts[key], value);
}
