using Reseau.Referrals.Domain;
using Reseau.Referrals.Notifications;
using static Reseau.Referrals.Domain.ReferralState;

namespace Reseau.Referrals.Tests.Notifications;

public sealed class TellingWhom
{
    private static readonly Parties Between = new("services/s", "sender", "recipient");

    public static TheoryData<ReferralEvent, Side, NotificationKind> News => new()
    {
        { new ReferralSubmitted(Between, "Aide", "numerique--x", new(ConsentChannel.Oral, default, default, [])), Side.Recipient, NotificationKind.Received },
        { new ReferralInformationProvided(Between, InformationRequested, Acknowledged), Side.Recipient, NotificationKind.Information },
        { new ReferralCancelled(Between, Submitted, Cancelled), Side.Recipient, NotificationKind.Cancellation },
        { new ReferralCancellationRequested(Between, Accepted, CancellationRequested), Side.Recipient, NotificationKind.Cancellation },
        { new ReferralVoided(Between, Submitted, Voided), Side.Recipient, NotificationKind.Cancellation },
        { new ReferralAccepted(Between, Submitted, Accepted), Side.Sender, NotificationKind.Accepted },
        { new ReferralDeclined(Between, Submitted, Declined, ["hors-territoire"]), Side.Sender, NotificationKind.Declined },
        { new ReferralInformationRequested(Between, Submitted, InformationRequested), Side.Sender, NotificationKind.Question },
        { new ReferralScheduled(Between, Accepted, Scheduled, default), Side.Sender, NotificationKind.Appointment },
        { new ReferralAppointmentCancelled(Between, Scheduled, Accepted), Side.Sender, NotificationKind.Appointment },
        { new ReferralMissed(Between, Scheduled, NoShow), Side.Sender, NotificationKind.Appointment },
        { new ReferralWaitlisted(Between, Submitted, Waitlisted, default), Side.Sender, NotificationKind.Progress },
        { new ReferralStarted(Between, Accepted, InProgress), Side.Sender, NotificationKind.Progress },
        { new ReferralAttended(Between, Scheduled, InProgress), Side.Sender, NotificationKind.Progress },
        { new ReferralHeld(Between, InProgress, OnHold, default), Side.Sender, NotificationKind.Progress },
        { new ReferralResumed(Between, OnHold, InProgress), Side.Sender, NotificationKind.Progress },
        { new ReferralCompleted(Between, InProgress, Completed, Outcome.Served, null), Side.Sender, NotificationKind.Closed },
        { new ReferralCancellationConfirmed(Between, CancellationRequested, Cancelled), Side.Sender, NotificationKind.Closed },
        { new ReferralReopened(Between, Completed, InProgress), Side.Sender, NotificationKind.Closed },
        { new ReferralRedirected(Between, Submitted, Declined, new("referrals/r", "services/t", "Aide", "third"), ["hors-territoire"]), Side.Sender, NotificationKind.Declined },
        { new ReferralReminded(Between, TimerKind.Acknowledge, ToBackup: false), Side.Recipient, NotificationKind.Reminder },
        { new ReferralReminded(Between, TimerKind.Decide, ToBackup: false), Side.Recipient, NotificationKind.Reminder },
        { new ReferralReminded(Between, TimerKind.Decide, ToBackup: true), Side.Recipient, NotificationKind.Reminder },
        { new ReferralReminded(Between, TimerKind.Escalate, ToBackup: true), Side.Recipient, NotificationKind.Reminder },
        { new ReferralReminded(Between, TimerKind.Resume, ToBackup: false), Side.Recipient, NotificationKind.Reminder },
        { new ReferralReminded(Between, TimerKind.Provide, ToBackup: false), Side.Sender, NotificationKind.Reminder },
        { new ReferralExpired(Between, Submitted, Declined), Side.Sender, NotificationKind.NoAnswer },
        { new ReferralExpired(Between, Submitted, Declined), Side.Recipient, NotificationKind.Cancellation },
        { new ReferralCancellationLapsed(Between, CancellationRequested, Cancelled), Side.Sender, NotificationKind.Closed },
        { new ReferralCancellationLapsed(Between, CancellationRequested, Cancelled), Side.Recipient, NotificationKind.Cancellation },
        { new ReferralConsentWithdrawn(Between, Accepted, Cancelled), Side.Sender, NotificationKind.Cancellation },
        { new ReferralConsentWithdrawn(Between, Accepted, Cancelled), Side.Recipient, NotificationKind.Cancellation },
        { new ReferralNoted(Between, Side.Sender, Visibility.Shared), Side.Recipient, NotificationKind.Shared },
        { new ReferralNoted(Between, Side.Recipient, Visibility.Shared), Side.Sender, NotificationKind.Shared },
        { Joined(Side.Sender, Visibility.Shared), Side.Recipient, NotificationKind.Shared },
        { Joined(Side.Recipient, Visibility.Shared), Side.Sender, NotificationKind.Shared },
    };

    [Theory, MemberData(nameof(News))]
    public void News_is_for_the_party_that_did_not_make_it(ReferralEvent happened, Side to, NotificationKind kind)
    {
        var notice = Assert.Single(NotificationRules.Of(happened), notice => notice.To == to);

        Assert.Equal(kind, notice.Kind);
        Assert.Equal(to == Side.Sender ? "sender" : "recipient", NotificationRules.InstitutionOf(notice, Between));
    }

    [Theory, MemberData(nameof(News))]
    public void News_has_a_subject_that_fits_and_a_sentence_both_in_French(ReferralEvent happened, Side to, NotificationKind kind)
    {
        var text = NotificationRules.Of(happened).Single(notice => notice.To == to).Text;

        Assert.InRange(MessageTexts.SubjectOf(text).Length, 20, 78);
        Assert.StartsWith("Réseau : ", MessageTexts.SubjectOf(text), StringComparison.Ordinal);
        Assert.EndsWith(".", MessageTexts.SentenceOf(text), StringComparison.Ordinal);
        Assert.True(Enum.IsDefined(kind));
    }

    [Fact]
    public void That_it_was_read_is_no_news() => Assert.Empty(NotificationRules.Of(new ReferralAcknowledged(Between, Submitted, Acknowledged)));

    [Theory]
    [InlineData(Side.Sender)]
    [InlineData(Side.Recipient)]
    public void What_one_keeps_for_itself_is_nobodys_news(Side who)
    {
        Assert.Empty(NotificationRules.Of(new ReferralNoted(Between, who, Visibility.Internal)));
        Assert.Empty(NotificationRules.Of(Joined(who, Visibility.Internal)));
    }

    [Fact]
    public void A_document_that_came_along_with_a_person_is_no_news_of_its_own() =>
        Assert.Empty(NotificationRules.Of(Joined(Side.Sender, Visibility.Shared) with { BroughtFrom = "referrals/before" }));

    [Fact]
    public void What_is_shared_is_proposed_for_the_morning() => Assert.Equal(NotificationPace.Digest, Preferences.Proposed.PaceOf(NotificationKind.Shared));

    [Fact]
    public void What_is_only_written_down_is_nobodys_news()
    {
        Assert.Empty(NotificationRules.Of(new ReferralDrafted(Between, "Aide", "numerique--x")));
        Assert.Empty(NotificationRules.Of(new ReferralDraftDiscarded(Between, Draft, Voided)));
    }

    [Fact]
    public void Every_kind_that_can_be_chosen_happens() => Assert.Equal(
        Enum.GetValues<NotificationKind>(), News.Select(row => (NotificationKind)row[2]).Distinct().Order());

    private static ReferralAttachmentAdded Joined(Side by, Visibility visibility) => new(Between, by, visibility, "a", AttachmentKind.Pdf, 1000, Scanned: false);
}
