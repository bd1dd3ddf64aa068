using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Training.Certificates;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Certificates, sign-in sheets, and the check of a code.</summary>
internal sealed partial class SessionsEndpoint
{
    private const int ChunkLength = 64 * 1024;

    public override async Task DownloadCertificate(Contract.DownloadCertificateRequest request, IServerStreamWriter<Contract.TrainingFileChunk> responseStream, ServerCallContext context)
    {
        var (violations, caller, cancellation) = (new Violations(), Caller.Of(context), context.CancellationToken);
        var (name, professional) = EnrolmentName(request.Name, violations);
        violations.ThrowIfAny();
        var (session, enrolment) = await store.FindAsync(name, professional, long.MaxValue, cancellation) ?? throw Caller.NotAllowed();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var person = await SeatQueries.Of(db).Person(db, professional, cancellation) ?? throw Caller.NotAllowed();
        if (SessionReach.SidesOf(caller, session, enrolment.Institution, person.Subject).Count == 0) throw Caller.NotAllowed();
        if (enrolment.Certificate is null)
            throw new RefusedException(new("NOT_ATTENDED", "Only those who attended to the end have a certificate.", ("session", name), ("state", EnumNames.Of(enrolment.State))));
        var skills = session.Course.Skills.Select(skill => skill.Skill).ToArray();
        var labels = await db.Skills.AsNoTracking().Where(row => EF.Parameter(skills).Contains(row.Name)).OrderBy(row => row.Label).Select(row => row.Label).ToListAsync(cancellation);
        await SendAsync(responseStream, CertificateText.Render(session, enrolment, person.DisplayName, labels), cancellation);
    }

    public override async Task DownloadSignInSheet(Contract.DownloadSignInSheetRequest request, IServerStreamWriter<Contract.TrainingFileChunk> responseStream, ServerCallContext context)
    {
        var (violations, caller, cancellation) = (new Violations(), Caller.Of(context), context.CancellationToken);
        var name = Name(request.Session, "session", violations);
        violations.ThrowIfAny();
        if (await store.FindAsync(name, long.MaxValue, cancellation) is not { } session || !SessionReach.SeesEveryone(caller, session)) throw Caller.NotAllowed();
        if (!SessionDecider.HasHalfDay(session, request.HalfDay)) throw new RefusedException(SessionDecider.NoSuchHalfDay(session, request.HalfDay));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        EnrolmentState[] seated = [EnrolmentState.Enrolled, EnrolmentState.Attended, EnrolmentState.AttendedPartly, EnrolmentState.Absent];
        var lines = await EnrolmentPages.OfSessionAsync(db, name, institution: null, seated, after: null, MostPersons, cancellation);
        var persons = (await EnrolmentReader.PeopleAsync(db, [.. lines.Select(line => line.Row.Professional)], cancellation)).ToDictionary(person => person.Name, StringComparer.Ordinal);
        var seats = lines.ConvertAll(line => (persons[line.Row.Professional].DisplayName, line.Row.Institution));
        await SendAsync(responseStream, SignInSheetText.Render(session, request.HalfDay, seats), cancellation);
    }

    public override async Task<Contract.CheckCertificateResponse> CheckCertificate(Contract.CheckCertificateRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        violations.Required("code", request.Code, maximum: 100);
        violations.ThrowIfAny();
        // What cannot be a code is answered like one that nobody was given: a guess learns nothing of either.
        if (CertificateCode.Read(request.Code) is not { } code) return new();
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var found = await db.Enrolments.AsNoTracking().Where(row => row.CertificateCode == code)
            .Join(db.Sessions.AsNoTracking(), row => row.Session, session => session.Name, (row, session) => new { row.CompletedHalfDays, Session = session }).SingleOrDefaultAsync(context.CancellationToken);
        if (found is null) return new();
        var taken = SessionView.Read(found.Session);
        return new() { Genuine = true, Course = taken.Course.Title, Date = taken.Content.LastDay.ToDate(), HalfDays = found.CompletedHalfDays };
    }

    private static async Task SendAsync(IServerStreamWriter<Contract.TrainingFileChunk> writer, byte[] file, CancellationToken cancellation)
    {
        for (var from = 0; from < file.Length; from += ChunkLength)
            await writer.WriteAsync(new() { Data = UnsafeByteOperations.UnsafeWrap(file.AsMemory(from, Math.Min(ChunkLength, file.Length - from))) }, cancellation);
    }
}
