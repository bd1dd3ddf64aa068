using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Views;

/// <summary>An enrolment of a professional in a session.</summary>
public sealed class EnrolmentRow
{
    /// <summary><c>sessions/{session}</c>.</summary>
    public required string Session { get; set; }

    /// <summary><c>professionals/{professional}</c>.</summary>
    public required string Professional { get; set; }

    /// <summary>Institution id they were of when they enrolled.</summary>
    public required string Institution { get; set; }

    /// <summary>Where it stands.</summary>
    public EnrolmentState State { get; set; }

    /// <summary>When the session begins.</summary>
    public DateTimeOffset StartAt { get; set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndAt { get; set; }

    /// <summary>When they asked.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Place in the line; 0 when they never waited.</summary>
    public long WaitingOrder { get; set; }

    /// <summary>What was said of each half-day, a digit each: 0 = nothing, otherwise <see cref="Presence"/>.</summary>
    public required string Presences { get; set; }

    /// <summary>Half-days they were there for.</summary>
    public int CompletedHalfDays { get; set; }

    /// <summary>What they said at its end; null before.</summary>
    public int? HotNote { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? HotAt { get; set; }

    /// <summary>What they said three months after; null before.</summary>
    public int? ColdNote { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ColdAt { get; set; }

    /// <summary>Code of the certificate; null without.</summary>
    public string? CertificateCode { get; set; }

    /// <summary>The enrolment.</summary>
    public Enrolment ToEnrolment() => new()
    {
        Session = Session, Professional = Professional, Institution = Institution, State = State, CreatedAt = CreatedAt, WaitingOrder = WaitingOrder, Certificate = CertificateCode,
        Presences = [.. Presences.Select(digit => digit == '0' ? null : (Presence?)(digit - '0'))],
        Hot = HotNote is { } hot ? new(hot, HotAt!.Value) : null,
        Cold = ColdNote is { } cold ? new(cold, ColdAt!.Value) : null,
    };

    /// <summary>Takes the enrolment over.</summary>
    public void Keep(Enrolment enrolment)
    {
        (Institution, State, CreatedAt, WaitingOrder, CertificateCode) = (enrolment.Institution, enrolment.State, enrolment.CreatedAt, enrolment.WaitingOrder, enrolment.Certificate);
        (Presences, CompletedHalfDays) = (string.Concat(enrolment.Presences.Select(presence => (char)('0' + (presence is { } said ? (int)said : 0)))), enrolment.CompletedHalfDays);
        (HotNote, HotAt, ColdNote, ColdAt) = (enrolment.Hot?.Mark, enrolment.Hot?.At, enrolment.Cold?.Mark, enrolment.Cold?.At);
    }
}
