using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Interchange;
using Ntm.Projections.Index;

namespace Ntm.Projections.Tests.Index;

/// <summary>Which entries rest on which files, however the index came by the entries.</summary>
public sealed class EvidenceCitationTests
{
    private static readonly string One = new('a', 64);
    private static readonly string Other = new('b', 64);

    [Fact]
    public void An_index_that_is_built_knows_what_one_that_was_kept_knows()
    {
        RecordedEntry[] entries =
        [
            Entry(1, """{"type":"unit_established","unit":"xa","name":"Xã","level":"commune","effectiveOn":"2010-01-01"}"""),
            Entry(2, Finding(One, Other)), Entry(3, Finding(One)), Entry(4, Finding(One, One)), Entry(5, Finding()),
            Entry(6, $$"""{"type":"entry_retracted","unit":"xa","entry":"{{Id(3)}}","reason":"Nhầm"}"""),
            Entry(7, $$"""{"type":"entry_retracted","unit":"xa","entry":"{{Id(5)}}","reason":"Nhầm"}"""),
        ];
        var kept = new RecordIndex();
        foreach (var entry in entries)
            kept.Apply([entry]);
        var builder = new IndexBuilder();
        foreach (var entry in entries)
            Take(builder, entry);
        var built = builder.Build();

        foreach (var index in (RecordIndex[])[kept, built])
        {
            Assert.Equal([(2L, null), (3L, 6L), (4L, null)], index.Evidence.Of(Hash(One)).Select(citation => (citation.Sequence, citation.RetractedAt)));
            Assert.Equal([(2L, (long?)null)], index.Evidence.Of(Hash(Other)).Select(citation => (citation.Sequence, citation.RetractedAt)));
            Assert.Equal([One, Other], index.Evidence.Files.Select(file => file.ToString()).Order());
            Assert.Empty(index.Evidence.Of(Hash(new string('c', 64))));
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("aa", false)]
    [InlineData("zz", false)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", true)]
    public void A_hash_is_64_lower_case_digits(string text, bool isHash) => Assert.Equal(isHash, EvidenceHash.TryParse(text, out _));

    // As a scan of the stored record hands them over.
    private static void Take(IndexBuilder builder, RecordedEntry entry)
    {
        if (entry.Entry is FindingEntry found && StoredFinding.TryRead(Stored(entry), out var finding))
            builder.TakeFinding(entry.Sequence, entry.RecordedAt, entry.Id, entry.Version, found.Status, finding);
        else
            builder.Take(entry);
    }

    private static byte[] Stored(RecordedEntry entry)
    {
        var finding = (FindingEntry)entry.Entry;
        var evidence = finding.Evidence is null ? "" : $",\"evidence\":[{string.Join(',', finding.Evidence.Select(file => Item(file.Sha256)))}]";
        return Encoding.UTF8.GetBytes($$"""{"set":"{{finding.Set}}","unit":"{{finding.Unit}}"{{evidence}},"criterion":{{finding.Criterion}},"assessedBy":"district","effectiveOn":"2018-06-30"}""");
    }

    private static string Finding(params string[] hashes) =>
        $$"""{"type":"criterion_attained","unit":"xa","set":"ntm-2016-2020","criterion":5,"assessedBy":"district","effectiveOn":"2018-06-30","evidence":[{{string.Join(',', hashes.Select(Item))}}]}""";

    private static string Item(string hash) => $$"""{"name":"a.pdf","size":1,"sha256":"{{hash}}","mediaType":"application/pdf"}""";

    private static EvidenceHash Hash(string text) => EvidenceHash.TryParse(text, out var hash) ? hash : throw new FormatException(text);

    private static Guid Id(long sequence) => Guid.Parse($"00000000-0000-4000-8000-{sequence:D12}");

    private static RecordedEntry Entry(long sequence, string line)
    {
        var read = LineReader.Read(1, Encoding.UTF8.GetBytes(line));
        var submitted = read.Submitted ?? throw new InvalidOperationException(string.Join('\n', read.Refusals.Select(refusal => refusal.English)));
        return new RecordedEntry(sequence, new DateTimeOffset(2026, 1, 1, 0, 0, (int)sequence, TimeSpan.Zero), Id(sequence), submitted.Entry, "unit-xa", sequence, "local");
    }
}
