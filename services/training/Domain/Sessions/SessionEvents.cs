using Reseau.Kernel;

namespace Reseau.Training.Domain.Sessions;

/// <summary>Something that happened in a session; its enrolments are in its stream, so that a seat is given once. Persons are named by their records only.</summary>
public abstract record SessionEvent;

/// <summary>A session was planned.</summary>
/// <param name="Institution">Institution id that organises it.</param>
/// <param name="Course">What is kept of its course.</param>
/// <param name="Content">What it is.</param>
/// <param name="Released">Institution ids whose reservation is over already.</param>
public sealed record SessionPlanned(string Institution, PlannedCourse Course, SessionContent Content, ValueList<string> Released) : SessionEvent;

/// <summary>What it is was replaced.</summary>
/// <param name="Content">What it is.</param>
/// <param name="Released">Institution ids whose reservation is over.</param>
public sealed record SessionRevised(SessionContent Content, ValueList<string> Released) : SessionEvent;

/// <summary>Professionals may enrol.</summary>
public sealed record SessionOpened : SessionEvent;

/// <summary>It was given up, and its enrolments with it.</summary>
/// <param name="From">State before.</param>
/// <param name="Reason">Why, in the words of its organiser.</param>
public sealed record SessionCancelled(SessionState From, string Reason) : SessionEvent;

/// <summary>Seats that were kept are for everyone.</summary>
/// <param name="Institutions">Institution ids they were kept for.</param>
public sealed record SeatsReleased(ValueList<string> Institutions) : SessionEvent;

/// <summary>It is soon: who has a seat is reminded.</summary>
/// <param name="Days">Days before it begins.</param>
public sealed record SessionReminded(int Days) : SessionEvent;

/// <summary>It begins, without those who still wait for a seat or for their manager's word.</summary>
public sealed record SessionBegun : SessionEvent;

/// <summary>It is over, and everyone's attendance is said.</summary>
/// <param name="Outcomes">What became of each person who had a seat.</param>
public sealed record SessionClosed(ValueList<SeatOutcome> Outcomes) : SessionEvent;

/// <summary>What became of a seat.</summary>
/// <param name="Professional"><c>professionals/{professional}</c>.</param>
/// <param name="State">Attended, attended partly, or absent.</param>
/// <param name="Certificate">Code of the certificate; empty without.</param>
public sealed record SeatOutcome(string Professional, EnrolmentState State, string Certificate);

/// <summary>An enrolment went from a state to another: one line of <see cref="EnrolmentTransitions"/>.</summary>
/// <param name="Professional"><c>professionals/{professional}</c>.</param>
/// <param name="Institution">Institution id they were of when they enrolled.</param>
/// <param name="From">State before; null when there was none.</param>
/// <param name="To">State after.</param>
public abstract record EnrolmentMoved(string Professional, string Institution, EnrolmentState? From, EnrolmentState To) : SessionEvent;

/// <summary>A seat was asked for.</summary>
public sealed record EnrolmentAsked(string Professional, string Institution, EnrolmentState? From, EnrolmentState To) : EnrolmentMoved(Professional, Institution, From, To);

/// <summary>The manager agreed.</summary>
public sealed record EnrolmentApproved(string Professional, string Institution, EnrolmentState? From, EnrolmentState To) : EnrolmentMoved(Professional, Institution, From, To);

/// <summary>The manager said no; why stands beside the log.</summary>
public sealed record EnrolmentRefused(string Professional, string Institution, EnrolmentState? From, EnrolmentState To) : EnrolmentMoved(Professional, Institution, From, To);

/// <summary>It was given back; why stands beside the log.</summary>
public sealed record EnrolmentWithdrawn(string Professional, string Institution, EnrolmentState? From, EnrolmentState To) : EnrolmentMoved(Professional, Institution, From, To);

/// <summary>Who waited has a seat.</summary>
public sealed record SeatGiven(string Professional, string Institution, EnrolmentState? From, EnrolmentState To) : EnrolmentMoved(Professional, Institution, From, To);

/// <summary>Attendance of a half-day was said.</summary>
/// <param name="HalfDay">Which, from 1.</param>
/// <param name="Method">How it was taken.</param>
/// <param name="Persons">What is new, or was said otherwise before.</param>
public sealed record AttendanceRecorded(int HalfDay, AttendanceMethod Method, ValueList<PersonPresence> Persons) : SessionEvent;

/// <summary>Whether a person was there.</summary>
/// <param name="Professional"><c>professionals/{professional}</c>.</param>
/// <param name="Presence">Whether.</param>
public sealed record PersonPresence(string Professional, Presence Presence);

/// <summary>Somebody said what it was worth to them; their words stand beside the log.</summary>
/// <param name="Professional"><c>professionals/{professional}</c>.</param>
/// <param name="Cold">Whether it is the evaluation three months after.</param>
/// <param name="Mark">1 to 5.</param>
/// <param name="Before">The mark it replaces; 0 for none.</param>
public sealed record EvaluationGiven(string Professional, bool Cold, int Mark, int Before) : SessionEvent;
