using Reseau.Gateway.Portal.Forms;
using Reseau.Gateway.Portal.Labels;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Portal;

public sealed class NamingTrainings
{
    [Fact]
    public void Every_word_about_courses_and_sessions_has_a_French_name()
    {
        Named<Modality>("modality");
        Named<Course.Types.State>("course-state", "course-meaning");
        Named<Reseau.Training.V1.CourseSession.Types.State>("session-state", "session-meaning");
        Named<Enrolment.Types.State>("enrolment-state", "enrolment-meaning");
        Named<Presence>("presence");
        Named<AttendanceMethod>("method");
        Named<Function>("audience");
        Assert.All(Enumerable.Range(1, 5), note => Assert.NotEqual($"{note}", Label.OfTraining("note", note)));
    }

    [Fact]
    public void Everything_an_organiser_can_do_is_of_the_contract_and_says_when_it_is_done()
    {
        Assert.All(SessionActionShape.All, shape => Assert.NotNull(SessionsService.Descriptor.FindMethodByName(shape.Method)));
        Assert.All(SessionActionShape.All, shape => Assert.NotNull(Label.Done("session-" + shape.Word)));
        Assert.All((Enrolment.Types.State[])[Enrolment.Types.State.Enrolled, Enrolment.Types.State.Waiting, Enrolment.Types.State.Requested], state => Assert.NotNull(Label.Done($"inscription-{state}")));
    }

    [Fact]
    public void Dates_of_a_session_are_said_in_as_few_words_as_they_need()
    {
        var session = new Reseau.Training.V1.CourseSession();
        Assert.Equal("", TrainingWords.Dates(session));

        Add(session, 2);
        Assert.Equal("mardi 2 mars 2027, de 9 h 00 à 12 h 00", Plain(TrainingWords.Dates(session)));
        Add(session, 3);
        Assert.Equal("mardi 2 mars 2027 et mercredi 3 mars 2027, 2 demi-journées", Plain(TrainingWords.Dates(session)));
        Add(session, 5);
        Assert.Equal("du mardi 2 mars 2027 au vendredi 5 mars 2027, 3 demi-journées", Plain(TrainingWords.Dates(session)));
    }

    [Theory]
    [InlineData("2027-06-04", false)]
    [InlineData("2027-06-05", true)]
    public void Three_months_after_its_last_day_a_training_is_cold(string today, bool cold)
    {
        var session = new Reseau.Training.V1.CourseSession();
        Add(session, 2);
        Add(session, 5);

        Assert.Equal(cold, TrainingWords.IsCold(session, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static void Add(Reseau.Training.V1.CourseSession session, int day) => session.HalfDays.Add(new HalfDay
    {
        StartTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(new(2027, 3, day, 8, 0, 0, TimeSpan.Zero)),
        EndTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(new(2027, 3, day, 11, 0, 0, TimeSpan.Zero)),
    });

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static void Named<TEnum>(params string[] vocabularies) where TEnum : struct, Enum =>
        Assert.All(vocabularies, vocabulary => Assert.All(Enum.GetValues<TEnum>().Where(value => !value.Equals(default(TEnum))), value => Assert.NotEqual(value.ToString(), Label.OfTraining(vocabulary, value))));
}
