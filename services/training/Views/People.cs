using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Reseau.Training.Views;

/// <summary>Who the professionals are: questions that are asked beside the log, in the transaction of a command.</summary>
internal static class People
{
    /// <summary>
    /// Puts down who a new record is of. It gets a key of its own, so that fingerprints of requests about the person say nothing once they are
    /// erased (decision 0015).
    /// </summary>
    public static void Add(TrainingDb db, string professional, PersonDetails details, string? subject)
    {
        db.Persons.Add(new() { Professional = professional, LastName = details.LastName, FirstName = details.FirstName, Email = details.Email, Subject = subject });
        db.PersonalKeys.Add(new() { Subject = professional, Key = RandomNumberGenerator.GetBytes(32) });
    }

    /// <summary>The record of an institution that has an e-mail; null when none has it.</summary>
    public static async Task<string?> WithEmailAsync(TrainingDb db, string institution, string email, CancellationToken cancellation) => email.Length == 0
        ? null
        : await (from person in db.Persons
                 join row in db.Professionals on person.Professional equals row.Name
                 where person.Email == email && row.Institution == institution
                 select row.Name).FirstOrDefaultAsync(cancellation);

    /// <summary>Records of other institutions that an account left, the oldest first.</summary>
    public static Task<List<string>> LeftAsync(TrainingDb db, string subject, string institution, DateOnly today, CancellationToken cancellation)
    {
        var day = today.DayNumber;
        return db.Professionals.Where(row => row.Subject == subject && row.Institution != institution && row.DepartureDay < day).OrderBy(row => row.Name).Select(row => row.Name).ToListAsync(cancellation);
    }
}
