namespace Reseau.Training.Domain.Sessions;

/// <summary>What the API calls the actions: methods of SessionsService.</summary>
public static class SessionMethods
{
    /// <summary>The method of an action.</summary>
    public static string Of(SessionAction action) => action == SessionAction.RecordAttendance ? nameof(SessionAction.RecordAttendance) : $"{action}Session";

    /// <summary>The method of an action; empty for what is done to the session as a whole.</summary>
    public static string Of(EnrolmentAction action) => action switch
    {
        EnrolmentAction.Enrol or EnrolmentAction.Evaluate => action.ToString(),
        EnrolmentAction.Approve or EnrolmentAction.Refuse or EnrolmentAction.Withdraw => $"{action}Enrolment",
        _ => "",
    };
}
