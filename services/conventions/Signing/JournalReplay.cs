using Reseau.Conventions.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>
/// Goes through a journal and holds every entry against the rules of signing, whatever the service that wrote it thought: this is the
/// second opinion. It also says where the convention stands in the end.
/// </summary>
internal sealed class JournalReplay
{
    /// <summary>A person signs within this time of signing in.</summary>
    private static readonly TimeSpan SignInHolds = TimeSpan.FromMinutes(5);

    // The identity provider has a clock of its own.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    private readonly List<Finding> _findings = [];
    private readonly List<JournalEntry> _signatures = [];
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private Standing _standing;

    private JournalReplay()
    {
    }

    private enum Standing
    {
        Begun,
        Open,
        Complete,
        Suspended,
        Over,
    }

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Signatures of the last version.</summary>
    public IReadOnlyList<JournalEntry> Signatures => _signatures;

    public JournalTerms? Terms { get; private set; }

    public int Version { get; private set; }

    /// <summary>Hash of the last version's document.</summary>
    public string DocumentSha256 { get; private set; } = "";

    /// <summary>Parties that have not signed the last version.</summary>
    public IReadOnlyList<JournalParty> Missing => [.. (Terms?.Parties ?? []).Where(party => !_signatures.Exists(signature => signature.Fact.Institution == party.Institution))];

    public static JournalReplay Of(Journal journal)
    {
        var replay = new JournalReplay();
        foreach (var entry in journal.Entries) replay.Apply(entry);
        replay.End();
        return replay;
    }

    private void Apply(JournalEntry entry)
    {
        var fact = entry.Fact;
        if (fact.OccurredAt < _last) Alert(FindingCode.ClockWentBack, entry, $"est datée du {ReportWords.Time(fact.OccurredAt)}, avant celle qui la précède ({ReportWords.Time(_last)})");
        _last = fact.OccurredAt;
        if (!IsPossible(fact.Event))
        {
            Alert(FindingCode.JournalImpossible, entry, $"({ReportWords.Of(fact.Event)}) ne peut pas suivre celles d’avant");
            if (_standing == Standing.Begun) return;
        }
        switch (fact.Event)
        {
            case JournalEvent.Proposed or JournalEvent.Revised:
                Begin(entry);
                break;
            case JournalEvent.PartySigned:
                Sign(entry);
                break;
            case JournalEvent.Completed:
                if (Missing.Count > 0) Alert(FindingCode.SignatureMissing, entry, $"dit que toutes les parties ont signé, mais il manque {ReportWords.Names(Missing)}");
                _standing = Standing.Complete;
                break;
            case JournalEvent.Suspended:
                _standing = Standing.Suspended;
                break;
            case JournalEvent.Resumed:
                _standing = Standing.Complete;
                break;
            default:
                _standing = Standing.Over;
                break;
        }
    }

    private bool IsPossible(JournalEvent what) => what switch
    {
        JournalEvent.Proposed => _standing == Standing.Begun,
        JournalEvent.Revised or JournalEvent.PartySigned or JournalEvent.Completed or JournalEvent.Declined or JournalEvent.Withdrawn => _standing == Standing.Open,
        JournalEvent.Suspended => _standing == Standing.Complete,
        JournalEvent.Resumed => _standing == Standing.Suspended,
        // A party that leaves the network ends what it has not signed yet, too.
        JournalEvent.Terminated => _standing is Standing.Open or Standing.Complete or Standing.Suspended,
        _ => _standing is Standing.Complete or Standing.Suspended,
    };

    private void Begin(JournalEntry entry)
    {
        var fact = entry.Fact;
        if (fact.Terms is not { Parties.Count: > 0 } terms || fact.DocumentSha256.Length == 0) Alert(FindingCode.JournalImpossible, entry, "ne dit pas quel document doit être signé, ni par qui");
        else Terms = terms;
        if (fact.Version <= Version) Alert(FindingCode.JournalImpossible, entry, $"porte la version {fact.Version}, qui n’est pas nouvelle");
        (Version, DocumentSha256, _standing) = (fact.Version, fact.DocumentSha256, Standing.Open);
        _signatures.Clear();
    }

    private void Sign(JournalEntry entry)
    {
        var (fact, terms) = (entry.Fact, Terms);
        var place = terms?.Parties.Index().FirstOrDefault(party => party.Item.Institution == fact.Institution, (-1, new("", ""))).Item1 ?? -1;
        if (terms is null || place < 0)
        {
            Alert(FindingCode.SignatureOfNoParty, entry, $"est signée au nom de {fact.Institution}, qui n’est pas partie");
            return;
        }
        if (fact.DocumentSha256 != DocumentSha256) Alert(FindingCode.SignedHashDiffers, entry, $"signe un document d’empreinte {fact.DocumentSha256}, alors que celui de la version {Version} a pour empreinte {DocumentSha256}");
        if (fact.Version != Version) Alert(FindingCode.SignedHashDiffers, entry, $"signe la version {fact.Version}, alors que la version proposée est la {Version}");
        if (_signatures.Exists(signature => signature.Fact.Institution == fact.Institution)) Alert(FindingCode.SignatureRepeated, entry, $"est une seconde signature de {terms.Parties[place].Name}");
        var before = terms.InOrder ? terms.Parties.Take(place).Where(party => Missing.Contains(party)).ToList() : [];
        if (before.Count > 0) Alert(FindingCode.SignatureOutOfOrder, entry, $"est une signature de {terms.Parties[place].Name} avant celle de {ReportWords.Names(before)}");
        if (fact.OccurredAt >= terms.SignableUntil) Alert(FindingCode.SignatureAfterLapse, entry, $"est une signature du {ReportWords.Time(fact.OccurredAt)}, alors qu’il fallait signer avant le {ReportWords.Time(terms.SignableUntil)}");
        CheckSigner(entry, terms);
        _signatures.Add(entry);
    }

    private void CheckSigner(JournalEntry entry, JournalTerms terms)
    {
        var fact = entry.Fact;
        if (string.IsNullOrWhiteSpace(fact.Mandate)) Alert(FindingCode.SignatureWithoutMandate, entry, "est une signature sans mandat");
        if (fact.Signer is not { Subject.Length: > 0, Name.Length: > 0 }) Alert(FindingCode.SignatureWithoutSigner, entry, "est une signature sans personne");
        if (fact.Level is not { } level || level < terms.Level) Alert(FindingCode.SignatureLevelTooLow, entry, $"est une signature de niveau inférieur à celui demandé ({SigningWords.Of(terms.Level)})");
        if (fact.SignedInAt is not { } signedIn || fact.OccurredAt - signedIn > SignInHolds || signedIn - fact.OccurredAt > ClocksDiffer)
        {
            Alert(FindingCode.SignInTooOld, entry, "est une signature dont l’auteur ne s’était pas identifié dans les cinq minutes qui précèdent");
        }
    }

    private void End()
    {
        if (Terms is not null && Missing.Count > 0 && !_findings.Exists(finding => finding.Code == FindingCode.SignatureMissing))
        {
            _findings.Add(Finding.Alert(FindingCode.SignatureMissing, $"La version {Version} n’est pas signée par toutes ses parties : il manque {ReportWords.Names(Missing)}."));
        }
        if (Terms is null) _findings.Add(Finding.Alert(FindingCode.JournalImpossible, "Le journal ne dit d’aucun document qu’il a été proposé à la signature."));
    }

    private void Alert(FindingCode code, JournalEntry entry, string what) => _findings.Add(Finding.Alert(code, $"L’écriture {entry.Number} du journal {what}."));
}
