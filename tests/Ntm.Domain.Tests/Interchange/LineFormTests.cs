using System.Buffers;
using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Retraction;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Interchange;

public sealed class LineFormTests
{
    private static readonly DateTimeOffset RecordedAt = new DateTimeOffset(2024, 6, 30, 2, 15, 0, TimeSpan.Zero).AddTicks(1_234_560);

    public static TheoryData<string> Types => [.. EntrySamples.All.Select(sample => sample.Type)];

    public static TheoryData<string> StoredTypes => [.. EntryTypes.All.Select(type => type.Name)];

    [Fact]
    public void Every_type_of_entry_has_a_sample_and_so_has_the_correction() =>
        Assert.Equal([.. EntryTypes.All.Select(type => type.Name), EntryTypes.Corrected], EntrySamples.All.Select(sample => sample.Type));

    // To the byte: what is stored is what repetitions are compared by, and what is exported is what other programs read.
    [Theory, MemberData(nameof(Types))]
    public void The_written_forms(string type)
    {
        var sample = EntrySamples.Of(type);
        var forms = new StringBuilder("{\n");
        forms.AppendJoin(",\n", Forms("", sample.ReadFull()).Concat(Forms("Minimal", sample.ReadMinimal())));
        Snapshot.Verify(forms.Append("\n}\n").ToString(), "json", type);
    }

    [Theory, MemberData(nameof(StoredTypes))]
    public void Reading_what_was_stored_gives_the_entry(string type)
    {
        foreach (var said in Entries(type))
            Assert.True(LineWriter.SayTheSame(said, LineReader.ReadStored(EntryTypes.Of(said), LineWriter.WriteStored(said))));
    }

    [Theory, MemberData(nameof(StoredTypes))]
    public void Reading_what_was_exported_gives_the_entry_and_its_id(string type)
    {
        foreach (var said in Entries(type))
        {
            var read = Lines.Read(Exported(said));
            Assert.Empty(read.Refusals);
            Assert.Equal(Recorded(said).Id, read.Submitted!.Id);
            Assert.True(LineWriter.SayTheSame(said, read.Submitted.Entry));
        }
    }

    [Theory, MemberData(nameof(StoredTypes))]
    public void A_full_sample_leaves_no_field_empty(string type)
    {
        Assert.DoesNotContain(":null", Exported(EntrySamples.Of(type).ReadFull().Entry), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_types_with_the_same_fields_do_not_say_the_same()
    {
        var attained = EntrySamples.Of("criterion_attained").Minimal;
        var lost = attained.Replace("criterion_attained", "criterion_lost", StringComparison.Ordinal);

        Assert.False(LineWriter.SayTheSame(Lines.Read(attained).Submitted!.Entry, Lines.Read(lost).Submitted!.Entry));
    }

    [Fact]
    public void A_stored_entry_with_an_unknown_field_is_not_read_at_all() =>
        Assert.Throws<InvalidDataException>(() => LineReader.ReadStored(
            EntryTypes.Find("unit_renamed")!, """{"unit":"van-quan","effectiveOn":"2020-01-01","name":"Văn Quan","colour":"red"}"""u8.ToArray()));

    private static IEnumerable<Entry> Entries(string type) => [EntrySamples.Of(type).ReadFull().Entry, EntrySamples.Of(type).ReadMinimal().Entry];

    private static IEnumerable<string> Forms(string suffix, SubmittedLine line)
    {
        yield return Form("stored" + suffix, line.Entry);
        yield return $"  \"exported{suffix}\": {Exported(line.Entry)}";
        if (line.Replacement is not { } replacement)
            yield break;
        yield return Form("replacementStored" + suffix, replacement.Entry);
        yield return $"  \"replacementExported{suffix}\": {Exported(replacement.Entry)}";
    }

    private static string Form(string name, Entry entry) => $"  \"{name}\": {Encoding.UTF8.GetString(LineWriter.WriteStored(entry))}";

    private static string Exported(Entry entry)
    {
        var output = new ArrayBufferWriter<byte>();
        LineWriter.WriteLine(output, Recorded(entry));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static RecordedEntry Recorded(Entry entry) => new(
        12, RecordedAt, new Guid("00000000-0000-4000-8000-000000000777"), entry,
        entry is DatedEntry dated ? StreamId.Of(dated) : StreamId.Of(((EntryRetracted)entry).Unit), 3, "local");
}
