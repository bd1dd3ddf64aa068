using Reseau.Conventions.Domain;

namespace Reseau.Conventions.Tests.Domain;

/// <summary>Conventions as tests need them: a CCAS that is the author, and a CAF; both are parties.</summary>
internal static class Texts
{
    public const string Name = "conventions/one";
    public const string Ccas = "ccas-rennes";
    public const string Caf = "caf-35";
    public const string Stranger = "departement-35";
    public const string Hash = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    /// <summary>A Monday morning.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A text that is ready to be proposed, for the whole of 2027.</summary>
    public static ConventionContent Content { get; } = new()
    {
        Title = "Convention d'engagement",
        Kind = ConventionKind.Engagement,
        Parties =
        [
            new(Ccas, "CCAS de Rennes", "le CCAS", "Yann Le Goff", "directeur", "délibération 2026-41"),
            new(Caf, "CAF d'Ille-et-Vilaine", "la CAF", "Nadia Ferrand", "directrice", "délégation du 3 février 2026"),
        ],
        Clauses = [new("objet", "Objet", "Les parties informent les habitants."), new("orientations", "Orientations", "Le CCAS oriente vers la CAF.")],
        StartDate = new(2027, 1, 1),
        EndDate = new(2027, 12, 31),
        Commitments =
        [
            new("bureau", "objet", Caf, "Un bureau confidentiel", new(2027, 1, 15), Condition: true, ""),
            new("affiche", "objet", Ccas, "Afficher les permanences", DueDate: null, Condition: false, ""),
        ],
        Steps = [new("reunion", "Réunion et diagnostic", PlannedDate: null), new("test", "Semaine test", PlannedDate: null), new("rythme", "Fonctionnement", PlannedDate: null)],
        Financing = new([new(2027, "Poste", 1, 5_000_000)], [new("etat", 2027, "État", "", 4_000_000, 8000), new("caf", 2027, "CAF", Caf, 1_000_000, 2000)]),
        ReferralTerms = [new(Ccas, Caf, "orientations") { DecideDays = 3, MonthlyCapacity = 20 }],
    };

    public static Convention Draft(ConventionContent? content = null) => Convention.Evolve(current: null, Name, 1, Monday, new ConventionDrafted(new(Ccas, [], 1), content ?? Content));

    public static Convention Proposed(ConventionContent? content = null) => After(Draft(content), new MoveConvention(Ccas, ConventionAction.Propose, Monday) { DocumentSha256 = Hash });

    public static Convention PartiallySigned() => After(Proposed(), SignatureOf(Ccas));

    public static Convention Active() => After(PartiallySigned(), SignatureOf(Caf));

    /// <summary>A convention in any state, reached as it is reached in life.</summary>
    public static Convention In(ConventionState state) => state switch
    {
        ConventionState.Draft => Draft(),
        ConventionState.Proposed => Proposed(),
        ConventionState.PartiallySigned => PartiallySigned(),
        ConventionState.Active => Active(),
        ConventionState.Expiring => Rung(Active(), Monday.AddYears(1).AddDays(-40)),
        ConventionState.Expired => Rung(Active(), Monday.AddYears(2)),
        ConventionState.Terminated => After(Active(), new MoveConvention(Caf, ConventionAction.Terminate, Monday) { Said = "Fin." }),
        ConventionState.Superseded => Superseded(),
        ConventionState.Declined => After(Proposed(), new MoveConvention(Caf, ConventionAction.Decline, Monday) { Said = "Non." }),
        ConventionState.Suspended => After(Active(), new MoveConvention(Caf, ConventionAction.Suspend, Monday) { Said = "Travaux." }),
        ConventionState.Withdrawn => After(Proposed(), new MoveConvention(Ccas, ConventionAction.Withdraw, Monday) { Said = "Erreur." }),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static SignConvention SignatureOf(string institution, DateTimeOffset? now = null) =>
        new(institution, $"person-of-{institution}", "Une personne", now ?? Monday, Hash, MandateHeld: true, now ?? Monday);

    public static Convention After(Convention current, MoveConvention move) => After(current, ConventionDecider.Move(current, move).EventsOrThrow(), move.Now);

    public static Convention After(Convention current, SignConvention signing) => After(current, ConventionDecider.Sign(current, signing).EventsOrThrow(), signing.Now);

    public static Convention Rung(Convention current, DateTimeOffset now) => After(current, TimerDecider.Ring(current, renewal: null, [], now).EventsOrThrow(), now);

    public static Convention After(Convention current, IEnumerable<ConventionEvent> events, DateTimeOffset at) =>
        events.Aggregate(current, (known, happened) => Convention.Evolve(known, known.Name, known.Version + 1, at, happened));

    private static Convention Superseded()
    {
        var active = Active();
        var both = Assert.Single(Following.Begin(active, Ccas, renewal: false, "conventions/two").EventsOrThrow());
        var next = Convention.Evolve(current: null, "conventions/two", 1, Monday, both.Next);
        next = After(After(After(next, new MoveConvention(Ccas, ConventionAction.Propose, Monday) { DocumentSha256 = Hash }), SignatureOf(Ccas)), SignatureOf(Caf));
        active = After(active, [both.Current], Monday);
        return After(active, [Following.Tell(active, next, Monday)!], Monday);
    }
}
