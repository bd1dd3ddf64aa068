using Reseau.Referrals.Domain;
using Reseau.Referrals.Notifications;
using Contract = Reseau.Referrals.V1;
using Worklist = Reseau.Referrals.Views.Worklist;

namespace Reseau.Architecture.Tests;

/// <summary>Mappers cast between the enums of the domain and of the contract: names and numbers must be the same.</summary>
public sealed class SpeakingOneLanguage
{
    [Fact]
    public void States_are_the_same() => Same<ReferralState, Contract.Referral.Types.State>();

    [Fact]
    public void Actions_are_the_same() => Same<ReferralAction, Contract.Referral.Types.Action>();

    [Fact]
    public void Outcomes_are_the_same() => Same<Outcome, Contract.Referral.Types.Outcome>();

    [Fact]
    public void Autonomies_are_the_same() => Same<Autonomy, Contract.Referral.Types.Autonomy>();

    [Fact]
    public void National_statuses_are_the_same() => Same<NationalStatus, Contract.Referral.Types.NationalStatus>();

    [Fact]
    public void Channels_of_consent_are_the_same() => Same<ConsentChannel, Contract.Consent.Types.Channel>();

    [Fact]
    public void Groups_of_figures_are_the_same() => Same<Referrals.Views.FigureGrouping, Contract.GetNetworkFiguresRequest.Types.Grouping>();

    [Fact]
    public void Words_of_notifications_are_the_same()
    {
        Same<NotificationKind, Contract.NotificationPreferences.Types.Kind>();
        Same<NotificationPace, Contract.NotificationPreferences.Types.Pace>();
        Same<NotificationChannel, Contract.NotificationPreferences.Types.Channel>();
        Same<DeliveryState, Contract.Delivery.Types.State>();
    }

    [Fact]
    public void Visibilities_are_the_same() => Same<Visibility, Contract.TimelineEntry.Types.Visibility>();

    [Fact]
    public void Kinds_of_documents_are_the_same() => Same<AttachmentKind, Contract.Attachment.Types.Kind>();

    [Fact]
    public void Worklists_are_the_same()
    {
        Same<Worklist, Contract.ListReferralsRequest.Types.Worklist>();
        Assert.Equal(Contract.ListReferralsRequest.Types.Worklist.Unspecified, (Contract.ListReferralsRequest.Types.Worklist)Worklist.All);
    }

    [Fact]
    public void Words_of_conventions_are_the_same()
    {
        Same<Conventions.Domain.ConventionState, Conventions.V1.Convention.Types.State>();
        Same<Conventions.Domain.ConventionKind, Conventions.V1.ConventionKind>();
        Same<Conventions.Domain.SigningOrder, Conventions.V1.Convention.Types.SigningOrder>();
        Same<Conventions.Domain.SignatureLevel, Conventions.V1.Signature.Types.Level>();
        Same<Conventions.Signing.SignatureLevel, Conventions.V1.Signature.Types.Level>();
        Same<Conventions.Documents.TextChange, Conventions.V1.TextPiece.Types.Change>();
        Same<Conventions.Domain.VariableType, Conventions.V1.Variable.Types.Type>();
        Same<Conventions.Domain.TemplateState, Conventions.V1.Template.Types.State>();
        Same<Conventions.Domain.BodyKind, Conventions.V1.Body.Types.Kind>();
    }

    [Fact]
    public void Words_of_sessions_are_the_same()
    {
        Same<Training.Domain.Courses.CourseState, Training.V1.Course.Types.State>();
        Same<Training.Domain.Courses.Modality, Training.V1.Modality>();
        Same<Training.Domain.Sessions.SessionState, Training.V1.CourseSession.Types.State>();
        Same<Training.Domain.Sessions.EnrolmentState, Training.V1.Enrolment.Types.State>();
        Same<Training.Domain.Sessions.Presence, Training.V1.Presence>();
        Same<Training.Domain.Sessions.AttendanceMethod, Training.V1.AttendanceMethod>();
    }

    [Fact]
    public void Words_of_needs_and_campaigns_are_the_same()
    {
        Same<Training.Domain.Needs.NeedState, Training.V1.Need.Types.State>();
        Same<Training.Domain.Needs.Urgency, Training.V1.Need.Types.Urgency>();
        Same<Training.Domain.Needs.SignalKind, Training.V1.SignalKind>();
        Same<Training.Domain.Campaigns.CampaignState, Training.V1.Campaign.Types.State>();
        Same<Training.Domain.Campaigns.QuestionKind, Training.V1.Question.Types.Kind>();
    }

    private static void Same<TDomain, TContract>()
        where TDomain : struct, Enum
        where TContract : struct, Enum =>
        Assert.Equal(NamesAndNumbers<TContract>(), NamesAndNumbers<TDomain>());

    private static IEnumerable<(string, int)> NamesAndNumbers<TEnum>() where TEnum : struct, Enum => Enum.GetValues<TEnum>()
        .Select(value => (value.ToString(), Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture))).Where(pair => pair.Item2 != 0);
}
