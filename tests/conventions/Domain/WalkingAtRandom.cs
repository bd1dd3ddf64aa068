using Reseau.Conventions.Domain;
using static Reseau.Conventions.Tests.Domain.Texts;

namespace Reseau.Conventions.Tests.Domain;

/// <summary>Fifty thousand random deeds and days: whatever happens, what a signature proves stays true.</summary>
public sealed class WalkingAtRandom
{
    private static readonly string[] Institutions = [Ccas, Caf, Stranger];

    [Fact]
    public void A_signature_is_of_the_text_in_force_and_nothing_is_in_force_that_not_all_signed()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        var (current, now, reached) = (Draft(), Monday, new HashSet<ConventionState>());
        for (var step = 0; step < 50_000; step++)
        {
            now += TimeSpan.FromHours(random.Next(60));
            var before = current;
            var events = Deed(random, current, now);
            current = After(current, events, now);
            reached.Add(current.State);

            Assert.All(events.OfType<ConventionMoved>(), moved => Assert.Equal((before.State, current.State), (moved.From, moved.To)));
            // Each signature is of this version's document, by one person for each party.
            Assert.All(current.Signatures, given => Assert.Equal(current.Proposal!.DocumentSha256, given.Signature.DocumentSha256));
            Assert.Equal(current.Signatures.Count, current.Signatures.Select(given => given.Signature.Institution).Distinct().Count());
            Assert.All(current.Signatures, given => Assert.NotNull(current.Content.PartyOf(given.Signature.Institution)));
            if (current.TextVersion != before.TextVersion) Assert.Empty(current.Signatures);
            if (current.IsInForce(new(2027, 6, 1)) || Transitions.IsSigned(current.State)) Assert.Empty(current.Missing);
            if (current.State is ConventionState.Proposed or ConventionState.PartiallySigned) Assert.NotEmpty(current.NextSigners);
            else Assert.Empty(current.NextSigners);
            // Nobody but its author hears of what was never proposed.
            if (current.IsPrivate) Assert.All(events, happened => Assert.Empty(happened.Between.Parties));
            Assert.All(Institutions, institution => Assert.All(current.PossibleFor(institution), action => Assert.True(Transitions.TryFind(current.State, current.SidesOf(institution), action, out _))));

            if (!Transitions.Table.Any(line => line.From == current.State && line.Action != ConventionAction.Renew && line.Action != ConventionAction.RecordPayment) || random.Next(300) == 0)
                (current, now) = (Draft(), Monday);
        }
        Assert.Equal(Enum.GetValues<ConventionState>().Except([ConventionState.Superseded]).Order(), reached.Order());
    }

    private static IReadOnlyList<ConventionEvent> Deed(Random random, Convention current, DateTimeOffset now)
    {
        var institution = Institutions[random.Next(Institutions.Length)];
        if (random.Next(4) == 0) return TimerDecider.Ring(current, renewal: null, [], now).Events;
        if (random.Next(2) == 0 && current.Proposal is { } proposal)
        {
            var hash = random.Next(5) == 0 ? "another" : proposal.DocumentSha256;
            return ConventionDecider.Sign(current, SignatureOf(institution, now) with { DocumentSha256 = hash, Subject = $"person-{random.Next(3)}" }).Events;
        }
        // Ends are rarer than the rest, so that lives are long.
        var action = (ConventionAction)random.Next(1, (int)ConventionAction.Amend);
        if (action == ConventionAction.Sign) return [];
        if (action is ConventionAction.Decline or ConventionAction.Withdraw or ConventionAction.Terminate && random.Next(6) > 0) return [];
        return ConventionDecider.Move(current, new(institution, action, now)
        {
            Said = "Parce que.", Content = Content with { Title = $"Titre {random.Next(3)}" }, DocumentSha256 = $"hash-{random.Next()}",
        }).Events;
    }
}
