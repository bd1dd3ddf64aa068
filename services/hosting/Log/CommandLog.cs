using Reseau.Hosting.Telemetry;
using Reseau.Kernel;

namespace Reseau.Hosting.Log;

/// <summary>Takes commands: at most once per request id, each in one transaction with its events, views and personal data.</summary>
public sealed class CommandLog<TDb>(ILogWriter<TDb> writer, ServiceLog<TDb> log) where TDb : LogDb
{
    /// <summary>
    /// Runs a command, or recognises its retry.
    ///  1. a request id already answered gives its first result, or a refusal when the body differs;
    ///  2. <paramref name="decide"/> loads, decides and appends through the unit;
    ///  3. the answer is remembered in the same transaction.
    /// </summary>
    /// <exception cref="RefusedException">A rule said no, or the request id was used for something else.</exception>
    public async Task<StreamVersion> ExecuteAsync(
        Command command, Func<LogUnit<TDb>, CancellationToken, Task<StreamVersion>> decide, CancellationToken cancellation)
    {
        var answer = await writer.WriteAsync(async (db, token) =>
        {
            var answered = await LogQueries.Of(db).Request(db, command.Institution, command.RequestId, token);
            if (answered is not null) return await FirstResultAsync(db, answered, command, token);

            var unit = new LogUnit<TDb>(db, command, log);
            var result = await decide(unit, token);
            await log.ConcludeAsync(unit, token);
            db.Requests.Add(new()
            {
                Institution = command.Institution,
                RequestId = command.RequestId,
                Fingerprint = await Fingerprints.ToKeepAsync(db, result.Stream, command.Fingerprint, token),
                Stream = result.Stream,
                Version = result.Version,
                AnsweredAt = command.Now,
            });
            await db.SaveChangesAsync(token);
            Pass(Steps.Decided, result);
            return result;
        }, cancellation);
        Pass(Steps.Committed, answer);
        return answer;
    }

    private static void Pass(string step, StreamVersion result)
    {
        if (result.Appended is [.., var last]) Steps.Pass(step, last.Position);
    }

    private static async Task<StreamVersion> FirstResultAsync(LogDb db, RequestRow answered, Command command, CancellationToken cancellation) =>
        await Fingerprints.MatchesAsync(db, answered, command.Fingerprint, cancellation)
            ? new(answered.Stream, answered.Version)
            : throw new RefusedException(new(CommonReasons.RequestIdReused, "This request id was already used for another request.",
                ("request_id", command.RequestId)));
}
