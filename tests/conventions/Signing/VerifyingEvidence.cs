using System.Text;
using Reseau.Conventions.Signing;
using Json = System.Collections.Generic.SortedDictionary<string, object?>;
using static Reseau.Conventions.Tests.Signing.EvidenceExample;

namespace Reseau.Conventions.Tests.Signing;

public sealed class VerifyingEvidence
{
    private static readonly byte[] Good = Bundle();

    [Fact]
    public void Evidence_as_it_was_written_is_valid_to_both_verifiers()
    {
        var report = Verify(Good, Signed.Code);

        Assert.True(report.IsValid, report.ToText());
        Assert.Equal([FindingCode.CodeConfirmed], report.Findings.Select(finding => finding.Code));
        Assert.True(OwnVerifier.IsValid(Good));
    }

    /// <summary>Journals that hang together, and tell of something against the rules: what a careless or lying service could write.</summary>
    public static TheoryData<string, FindingCode, IEnumerable<JournalFact>> AgainstTheRules => new()
    {
        { "clock set back", FindingCode.ClockWentBack, With(4, fact => fact with { OccurredAt = Start.AddDays(1.5), SignedInAt = Start.AddDays(1.5) }) },
        { "a party has not signed", FindingCode.SignatureMissing, [.. Facts.Take(3)] },
        { "complete without all", FindingCode.SignatureMissing, [.. Facts.Take(3), Facts[4]] },
        { "another hash", FindingCode.SignedHashDiffers, With(3, fact => fact with { DocumentSha256 = Draft.Sha256 }) },
        { "another version", FindingCode.SignedHashDiffers, With(3, fact => fact with { Version = 2 }) },
        { "out of turn", FindingCode.SignatureOutOfOrder, [Facts[0], Facts[1], Facts[3] with { OccurredAt = Start.AddDays(2), SignedInAt = Start.AddDays(2) }, Facts[2] with { OccurredAt = Start.AddDays(3), SignedInAt = Start.AddDays(3) }, Facts[4]] },
        { "twice", FindingCode.SignatureRepeated, [.. Facts.Take(3), Facts[2] with { OccurredAt = Start.AddDays(2.5), SignedInAt = Start.AddDays(2.5) }, .. Facts.Skip(3)] },
        { "too late", FindingCode.SignatureAfterLapse, With(2, fact => fact with { Terms = Terms with { SignableUntil = Start.AddDays(3) } }) },
        { "without mandate", FindingCode.SignatureWithoutMandate, With(4, fact => fact with { Mandate = " " }) },
        { "without person", FindingCode.SignatureWithoutSigner, With(4, fact => fact with { Signer = null }) },
        { "of no party", FindingCode.SignatureOfNoParty, [.. Facts.Take(4), Signature("institutions/autre", new("x", "X"), "y", Start.AddDays(3)), Facts[4]] },
        { "level too low", FindingCode.SignatureLevelTooLow, With(2, fact => fact with { Terms = Terms with { Level = SignatureLevel.Advanced } }) },
        { "signed in too long ago", FindingCode.SignInTooOld, With(3, fact => fact with { SignedInAt = fact.OccurredAt.AddSeconds(-301) }) },
        { "signed in afterwards", FindingCode.SignInTooOld, With(3, fact => fact with { SignedInAt = fact.OccurredAt.AddSeconds(61) }) },
        { "never signed in", FindingCode.SignInTooOld, With(3, fact => fact with { SignedInAt = null }) },
        { "signed after it was declined", FindingCode.JournalImpossible, [.. Facts.Take(2), Facts[1] with { Event = JournalEvent.Declined, Terms = null }, .. Facts.Skip(2)] },
        { "resumed though not suspended", FindingCode.JournalImpossible, [.. Facts, new() { Event = JournalEvent.Resumed, OccurredAt = Start.AddDays(9), Version = 3 }] },
        { "revised after it was complete", FindingCode.JournalImpossible, [.. Facts, Facts[1] with { OccurredAt = Start.AddDays(9), Version = 4 }] },
        { "proposed twice", FindingCode.JournalImpossible, [Facts[0], Facts[0] with { Version = 3, OccurredAt = Start.AddHours(1) }, .. With(2, fact => fact with { Version = 4 }).Skip(1).Take(1), .. Facts.Skip(2)] },
        { "an old version again", FindingCode.JournalImpossible, With(1, fact => fact with { Version = 3 }) },
    };

    [Theory]
    [MemberData(nameof(AgainstTheRules))]
    public void What_is_against_the_rules_is_named(string what, FindingCode code, IEnumerable<JournalFact> facts)
    {
        var bundle = Bundle(Journal.Of(Name, facts));

        var report = Verify(bundle);

        Assert.Contains(report.Findings, finding => finding.IsAlert && finding.Code == code);
        Assert.False(OwnVerifier.IsValid(bundle), what);
    }

    public static TheoryData<string, IEnumerable<JournalFact>> ByTheRules => new()
    {
        { "signed to the last millisecond", With(2, fact => fact with { Terms = Terms with { SignableUntil = Start.AddDays(3).AddMilliseconds(1) } }) },
        { "in any order when none is asked for", [Facts[0], Facts[1] with { Terms = Terms with { InOrder = false } }, Facts[3] with { OccurredAt = Start.AddDays(1), SignedInAt = Start.AddDays(1) }, Facts[2], Facts[4]] },
        { "a higher level than asked for", With(3, fact => fact with { Level = SignatureLevel.Qualified }) },
        { "suspended, resumed, suspended, ended",
            [.. Facts, .. ((JournalEvent[])[JournalEvent.Suspended, JournalEvent.Resumed, JournalEvent.Suspended, JournalEvent.Terminated]).Select((what, day) => new JournalFact { Event = what, OccurredAt = Start.AddDays(10 + day), Version = 3 })] },
        { "replaced", [.. Facts, new() { Event = JournalEvent.Superseded, OccurredAt = Start.AddDays(300), Version = 3 }] },
        { "two at the same instant", With(4, fact => fact with { OccurredAt = Facts[2].OccurredAt, SignedInAt = Facts[2].SignedInAt }) },
    };

    [Theory]
    [MemberData(nameof(ByTheRules))]
    public void What_is_by_the_rules_is_valid(string what, IEnumerable<JournalFact> facts)
    {
        var bundle = Bundle(Journal.Of(Name, facts));

        Assert.True(Verify(bundle).IsValid, what + Verify(bundle).ToText());
        Assert.True(OwnVerifier.IsValid(bundle), what);
    }

    /// <summary>What somebody does to the journal's rows, the manifest put right afterwards.</summary>
    public static TheoryData<string, FindingCode, string, Action<List<object?>>> Tampered => new()
    {
        { "a name changed", FindingCode.JournalEntryAltered, "L’écriture 3 ", rows => ((Json)Row(rows, 3)["signer"]!)["name"] = "Quelqu’un d’autre" },
        { "a time changed", FindingCode.JournalEntryAltered, "L’écriture 4 ", rows => Row(rows, 4)["time"] = "2026-02-06T09:00:00.001Z" },
        { "a field added", FindingCode.JournalEntryAltered, "L’écriture 2 ", rows => Row(rows, 2)["note"] = "x" },
        { "a row changed and hashed anew", FindingCode.JournalEntryAltered, "L’écriture 3 ou 4 ", rows => Rehash(Row(rows, 3), "function", "directrice") },
        { "the first row changed and hashed anew", FindingCode.JournalEntryAltered, "L’écriture 1 ou 2 ", rows => Rehash(Row(rows, 1), "reason", "x") },
        { "the first row removed", FindingCode.JournalEntryRemoved, "L’écriture 1 ", rows => rows.RemoveAt(0) },
        { "a row removed", FindingCode.JournalEntryRemoved, "L’écriture 3 ", rows => rows.RemoveAt(2) },
        { "two rows removed", FindingCode.JournalEntryRemoved, "L’écriture 2 ", rows => rows.RemoveRange(1, 2) },
        { "two rows swapped", FindingCode.JournalEntriesSwapped, "L’écriture 2 ", rows => (rows[1], rows[3]) = (rows[3], rows[1]) },
        { "a row twice", FindingCode.JournalEntryAdded, "à la place 4", rows => rows.Insert(3, rows[2]) },
        { "a row twice, at the end", FindingCode.JournalEntryAdded, "à la place 6", rows => rows.Add(rows[2]) },
        { "a row of another convention", FindingCode.JournalEntryAltered, "L’écriture 3 ", rows => Rehash(Row(rows, 3), "convention", "conventions/other") },
        { "a time nobody can read", FindingCode.JournalUnreadable, "place 3", rows => Row(rows, 3)["time"] = "hier" },
        { "an event nobody knows", FindingCode.JournalUnreadable, "place 2", rows => Row(rows, 2)["event"] = "noticed" },
        { "a row that is none", FindingCode.JournalUnreadable, "place 1", rows => rows[0] = "x" },
        { "no row at all", FindingCode.JournalImpossible, "aucun document", rows => rows.Clear() },
    };

    [Theory]
    [MemberData(nameof(Tampered))]
    public void Rows_that_were_changed_are_found_and_the_first_one_is_named(string what, FindingCode code, string place, Action<List<object?>> tamper)
    {
        var bundle = Forge(files => files["journal.json"] = Journaled(files["journal.json"], tamper));

        var report = Verify(bundle);

        Assert.Contains(report.Findings, finding => finding.IsAlert && finding.Code == code && finding.Message.Contains(place, StringComparison.Ordinal));
        Assert.False(OwnVerifier.IsValid(bundle), what);
    }

    [Fact]
    public void Rows_cut_off_at_the_end_are_found_by_the_code_in_the_manifest()
    {
        var bundle = Forge(files => files["journal.json"] = Journaled(files["journal.json"], rows => rows.RemoveAt(4)));

        Assert.Contains(Verify(bundle).Findings, finding => finding.Code == FindingCode.JournalEntryRemoved && finding.IsAlert);
        Assert.False(OwnVerifier.IsValid(bundle));
    }

    [Fact]
    public void A_journal_written_anew_from_end_to_end_is_found_by_the_code_a_party_kept_and_by_nothing_else()
    {
        var forged = Bundle(Journal.Of(Name, With(3, fact => fact with { Signer = new("666", "Quelqu’un d’autre") })));

        Assert.True(Verify(forged).IsValid);
        Assert.Contains(Verify(forged).Findings, finding => finding.Code == FindingCode.CodeToCompare);
        Assert.Contains(Verify(forged, Signed.Code).Findings, finding => finding.Code == FindingCode.JournalRewritten && finding.IsAlert);
    }

    [Fact]
    public void A_code_kept_at_signing_still_holds_when_the_journal_went_on()
    {
        var kept = Signed.Entries[3].Hash;

        var report = Verify(Good, $" {string.Join(' ', kept.ToUpperInvariant().Chunk(8).Select(group => new string(group)))}\n");

        Assert.True(report.IsValid);
        Assert.Contains("écriture 4", Assert.Single(report.Findings, finding => finding.Code == FindingCode.CodeConfirmed).Message, StringComparison.Ordinal);
    }

    /// <summary>What somebody does to the files, the manifest put right afterwards.</summary>
    public static TheoryData<FindingCode, Action<Dictionary<string, byte[]>>> TamperedFiles => new()
    {
        { FindingCode.DocumentAltered, files => files["document.pdf"] = Draft.Pdf },
        { FindingCode.DocumentAltered, files => files[$"versions/{Draft.Sha256}.pdf"] = Document.Pdf },
        { FindingCode.DocumentAltered, files => files["versions/x.pdf"] = Draft.Pdf },
        { FindingCode.ReportAltered, files => files["report.html"] = Encoding.UTF8.GetBytes("<p>Tout va bien") },
        { FindingCode.ReportAltered, files => files["report.pdf"] = Document.Pdf },
        { FindingCode.ReportAltered, files => files["LISEZMOI.txt"] = Encoding.UTF8.GetBytes("Il n’y a rien à vérifier.") },
        { FindingCode.BundleUnexpectedFile, files => files["avenant.pdf"] = Draft.Pdf },
        { FindingCode.JournalUnreadable, files => files["journal.json"] = [.. files["journal.json"], (byte)'\n'] },
        { FindingCode.JournalUnreadable, files => files["journal.json"] = [0xFF, 0xFE] },
        { FindingCode.JournalUnreadable, files => files["journal.json"] = Encoding.UTF8.GetBytes("{\"convention\":\"x\",\"convention\":\"x\",\"entries\":[]}") },
    };

    [Theory]
    [MemberData(nameof(TamperedFiles))]
    public void Files_that_were_changed_are_found_though_the_manifest_was_put_right(FindingCode code, Action<Dictionary<string, byte[]>> tamper) =>
        Assert.Contains(Verify(Forge(tamper)).Findings, finding => finding.IsAlert && finding.Code == code);

    [Theory]
    [InlineData("document.pdf")]
    [InlineData("journal.json")]
    [InlineData("manifest.json")]
    [InlineData("LISEZMOI.txt")]
    [InlineData("report.html")]
    [InlineData("report.pdf")]
    public void A_missing_file_is_named(string name)
    {
        var bundle = OwnVerifier.Zip(OwnVerifier.Unzip(Good).Where(file => file.Key != name));

        Assert.Contains(Verify(bundle).Findings, finding => finding.Code == FindingCode.BundleIncomplete && finding.Message.Contains(name, StringComparison.Ordinal));
        Assert.False(OwnVerifier.IsValid(bundle));
    }

    [Theory]
    [InlineData("code", "00")]
    [InlineData("convention", "conventions/other")]
    [InlineData("version", 4L)]
    [InlineData("remark", "x")]
    public void A_manifest_that_says_something_else_than_the_journal_is_found(string field, object value)
    {
        var files = OwnVerifier.Unzip(Good);
        var manifest = (Json)OwnJson.Parse(files["manifest.json"])!;
        manifest[field] = value;
        files["manifest.json"] = OwnJson.Write(manifest);

        Assert.False(Verify(OwnVerifier.Zip(files)).IsValid);
        Assert.False(OwnVerifier.IsValid(OwnVerifier.Zip(files)));
    }

    [Fact]
    public void A_form_of_tomorrow_is_not_judged()
    {
        var files = OwnVerifier.Unzip(Good);
        var manifest = (Json)OwnJson.Parse(files["manifest.json"])!;
        manifest["format"] = "reseau-evidence/2";
        files["manifest.json"] = OwnJson.Write(manifest);

        Assert.Equal([FindingCode.UnknownFormat], Verify(OwnVerifier.Zip(files)).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Evidence_unpacked_and_packed_again_is_as_good()
    {
        var report = Verify(OwnVerifier.Zip(OwnVerifier.Unzip(Good)), Signed.Code);

        Assert.True(report.IsValid);
        Assert.Contains(report.Findings, finding => finding.Code == FindingCode.Repacked && !finding.IsAlert);
    }

    public static TheoryData<byte[]> NoZips => new(
        [], [1, 2, 3], "PK\u0003\u0004 mais rien derrière"u8.ToArray(), Document.Pdf, Good[..(Good.Length / 2)], Good[100..]);

    [Theory]
    [MemberData(nameof(NoZips))]
    public void What_is_no_zip_is_called_so(byte[] file)
    {
        Assert.Equal([FindingCode.NotAZip], Verify(file).Findings.Select(finding => finding.Code));
        Assert.False(OwnVerifier.IsValid(file));
    }

    [Fact]
    public void An_empty_zip_is_called_so() => Assert.Equal([FindingCode.BundleIncomplete], Verify(OwnVerifier.Zip([])).Findings.Select(finding => finding.Code));

    [Fact]
    public void A_zip_that_unpacks_without_end_is_let_go_of()
    {
        var bomb = OwnVerifier.Zip(Enumerable.Range(0, 3).Select(number => KeyValuePair.Create($"{number}.pdf", new byte[50_000_000])));

        Assert.InRange(bomb.Length, 0, 1_000_000);
        Assert.Equal([FindingCode.BundleTooLarge], Verify(bomb).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void A_zip_of_thousands_of_files_is_let_go_of() => Assert.Equal(
        [FindingCode.BundleTooLarge],
        Verify(OwnVerifier.Zip(Enumerable.Range(0, 2_000).Select(number => KeyValuePair.Create($"{number}", Array.Empty<byte>())))).Findings.Select(finding => finding.Code));

    [Fact]
    public void A_file_that_stands_twice_in_the_zip_is_found()
    {
        var twice = OwnVerifier.Zip([.. OwnVerifier.Unzip(Good), KeyValuePair.Create("document.pdf", Draft.Pdf)]);

        Assert.Contains(Verify(twice).Findings, finding => finding.IsAlert && finding.Code == FindingCode.BundleUnexpectedFile);
        Assert.False(OwnVerifier.IsValid(twice));
    }

    [Fact]
    public void A_name_that_plays_tricks_is_shown_bare()
    {
        var bundle = Forge(files => files["avenant\u202Efdp.exe\u001B[31m"] = [1]);

        Assert.Contains(Verify(bundle).Findings, finding => finding.Message.Contains("« avenantfdp.exe[31m »", StringComparison.Ordinal));
    }

    // Changes files as somebody would who knows how a bundle is made: the manifest then names what is there.
    private static byte[] Forge(Action<Dictionary<string, byte[]>> change)
    {
        var files = OwnVerifier.Unzip(Good);
        change(files);
        var manifest = (Json)OwnJson.Parse(files["manifest.json"])!;
        manifest["files"] = new Json(
            files.Where(file => file.Key != "manifest.json").ToDictionary(file => file.Key, file => (object?)new Json { ["sha256"] = OwnSha256.Of(file.Value), ["size"] = (long)file.Value.Length }), StringComparer.Ordinal);
        files["manifest.json"] = OwnJson.Write(manifest);
        return OwnVerifier.Zip(files);
    }

    private static byte[] Journaled(byte[] file, Action<List<object?>> tamper)
    {
        var journal = (Json)OwnJson.Parse(file)!;
        tamper((List<object?>)journal["entries"]!);
        return OwnJson.Write(journal);
    }

    private static Json Row(List<object?> rows, int number) => (Json)rows[number - 1]!;

    private static void Rehash(Json row, string field, string value)
    {
        row[field] = value;
        row.Remove("hash");
        row["hash"] = OwnSha256.Of(OwnJson.Write(row));
    }
}
