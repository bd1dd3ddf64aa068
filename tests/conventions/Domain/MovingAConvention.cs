using Reseau.Conventions.Domain;
using Reseau.Kernel;
using static Reseau.Conventions.Tests.Domain.Texts;

namespace Reseau.Conventions.Tests.Domain;

/// <summary>Every state × action × actor, against a table written once more from the contract, that shares nothing with the code.</summary>
public sealed class MovingAConvention
{
    // Author A, party P, time T; "." stays.
    private const string Life = """
        DRAFT: A UPDATE ., A PROPOSE PROPOSED, A WITHDRAW WITHDRAWN
        PROPOSED: AP UPDATE ., AP COMMENT ., P SIGN PARTIALLY_SIGNED, P DECLINE DECLINED, A WITHDRAW WITHDRAWN, P KEEP_COMMITMENT ., AP REACH_STEP ., T LAPSE WITHDRAWN, T DEPART WITHDRAWN
        PARTIALLY_SIGNED: AP UPDATE PROPOSED, AP COMMENT ., P SIGN ACTIVE, P DECLINE DECLINED, A WITHDRAW WITHDRAWN, P KEEP_COMMITMENT ., AP REACH_STEP ., T LAPSE WITHDRAWN, T DEPART WITHDRAWN
        ACTIVE: P SUSPEND SUSPENDED, P TERMINATE TERMINATED, AP AMEND ., AP RENEW ., P KEEP_COMMITMENT ., AP REACH_STEP ., AP RECORD_PAYMENT ., T COME_NEAR EXPIRING, T EXPIRE EXPIRED, T SUPERSEDE SUPERSEDED, T DEPART TERMINATED
        EXPIRING: P SUSPEND SUSPENDED, P TERMINATE TERMINATED, AP AMEND ., AP RENEW ., P KEEP_COMMITMENT ., AP REACH_STEP ., AP RECORD_PAYMENT ., T EXPIRE EXPIRED, T SUPERSEDE SUPERSEDED, T DEPART TERMINATED
        SUSPENDED: P RESUME ACTIVE, P TERMINATE TERMINATED, AP AMEND ., AP RENEW ., P KEEP_COMMITMENT ., AP REACH_STEP ., AP RECORD_PAYMENT ., T EXPIRE EXPIRED, T SUPERSEDE SUPERSEDED, T DEPART TERMINATED
        EXPIRED: AP RENEW ., AP RECORD_PAYMENT ., T SUPERSEDE SUPERSEDED
        TERMINATED: AP RECORD_PAYMENT .
        SUPERSEDED:
        DECLINED:
        WITHDRAWN:
        """;

    private static readonly Dictionary<(string From, char Who, string Deed), string> Oracle = Life.Split('\n').Select(line => line.Split(':'))
        .SelectMany(line => line[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(step => (From: line[0].Trim(), Step: step.Split(' '))).SelectMany(line => line.Step[0].Select(who => (line.From, Who: who, line.Step))))
        .ToDictionary(line => (line.From, line.Who, line.Step[1]), line => line.Step[2] == "." ? line.From : line.Step[2]);

    public static TheoryData<ConventionState> States => [.. Enum.GetValues<ConventionState>()];

    [Theory, MemberData(nameof(States))]
    public void The_table_says_what_the_contract_says(ConventionState from)
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            foreach (var action in Enum.GetValues<ConventionAction>())
            {
                var allowed = Transitions.TryFind(from, [side], action, out var to);
                var line = (EnumNames.Of(from), "APT"[(int)side - 1], EnumNames.Of(action));
                Assert.True(allowed == Oracle.ContainsKey(line), $"{line}: {allowed}");
                if (allowed && to is { } state) Assert.Equal(Oracle[line], EnumNames.Of(state));
            }
        }
    }

    [Theory, MemberData(nameof(States))]
    public void A_deed_leads_where_the_table_says_and_nothing_else_is_possible(ConventionState from)
    {
        // The CCAS is author and party, the CAF a party, the département nobody.
        foreach (var (institution, who) in ((string, string)[])[(Ccas, "AP"), (Caf, "P"), (Stranger, "")])
        {
            foreach (var action in Enum.GetValues<ConventionAction>().Where(action => action is not (ConventionAction.Amend or ConventionAction.Renew) && action < ConventionAction.Lapse))
            {
                var current = In(from);
                Assert.Equal(from, current.State);
                var decision = Decide(current, institution, action);
                var line = who.Select(side => (EnumNames.Of(from), side, EnumNames.Of(action))).FirstOrDefault(Oracle.ContainsKey);
                if (line == default || (who.Length == 0 && from != ConventionState.Draft))
                {
                    if (decision.Refusal is null) Assert.Empty(decision.Events);
                    else Assert.Contains(decision.Refusal.Reason, (string[])["CONVENTION_TRANSITION_NOT_ALLOWED", "PROPOSAL_LAPSED"]);
                    continue;
                }
                if (Own(current, institution, action)) Assert.Equal(Oracle[line], EnumNames.Of(After(current, decision.EventsOrThrow(), Monday).State));
                else Assert.NotNull(decision.Refusal);
            }
        }
    }

    [Fact]
    public void What_is_refused_says_what_is_possible()
    {
        var refusal = ConventionDecider.Move(Active(), new(Caf, ConventionAction.Propose, Monday)).Refusal!;

        Assert.Equal("CONVENTION_TRANSITION_NOT_ALLOWED", refusal.Reason);
        Assert.Contains(("possible", "SUSPEND, TERMINATE, AMEND, RENEW, KEEP_COMMITMENT, REACH_STEP, RECORD_PAYMENT"), refusal.Facts);
    }

    // What only some parties can do: the suspension is the CAF's, each promises its own, the CCAS has signed where one has.
    private static bool Own(Convention current, string institution, ConventionAction action) => action switch
    {
        ConventionAction.Resume => current.SuspendedBy == institution,
        ConventionAction.KeepCommitment => institution == Caf,
        ConventionAction.Sign => current.NextSigners.Contains(institution),
        _ => true,
    };

    private static Decision<ConventionEvent> Decide(Convention current, string institution, ConventionAction action) => action == ConventionAction.Sign
        ? ConventionDecider.Sign(current, SignatureOf(institution) with { Subject = "somebody-else" })
        : ConventionDecider.Move(current, new(institution, action, Monday)
        {
            Said = "Autre chose.",
            Content = Content with { Title = "Autre titre" },
            DocumentSha256 = Hash,
            Key = action switch { ConventionAction.KeepCommitment => "bureau", ConventionAction.ReachStep => "reunion", ConventionAction.RecordPayment => "etat", _ => "" },
            Kept = true,
            Day = new(2026, 11, 23),
            PaidCents = 100,
        });
}
