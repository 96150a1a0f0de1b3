using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Interchange;

/// <summary>Marten knows nothing of our reader and writer: it reads and writes the entries with System.Text.Json in camel case.</summary>
public sealed class OtherSerializersTests
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static TheoryData<string> StoredTypes => [.. EntryTypes.All.Select(type => type.Name)];

    [Theory, MemberData(nameof(StoredTypes))]
    public void A_plain_serializer_reads_what_is_stored(string name)
    {
        var type = EntryTypes.Find(name)!;
        foreach (var said in Entries(name))
        {
            var read = (Entry)JsonSerializer.Deserialize(LineWriter.WriteStored(said), type.ClrType, CamelCase)!;
            Assert.IsType(type.ClrType, read);
            Assert.True(LineWriter.SayTheSame(said, read));
        }
    }

    [Theory, MemberData(nameof(StoredTypes))]
    public void What_a_plain_serializer_writes_is_read_as_stored(string name)
    {
        var type = EntryTypes.Find(name)!;
        foreach (var said in Entries(name))
            Assert.True(LineWriter.SayTheSame(said, LineReader.ReadStored(type, JsonSerializer.SerializeToUtf8Bytes(said, type.ClrType, CamelCase))));
    }

    [Fact]
    public void A_plain_serializer_refuses_values_that_no_line_could_carry()
    {
        var type = EntryTypes.Find("criterion_attained")!.ClrType;
        const string Stored = """{"unit":"van-an","effectiveOn":"2018-06-30","set":"ntm-2016-2020","criterion":5,"assessedBy":"province"}""";

        Assert.NotNull(JsonSerializer.Deserialize(Stored, type, CamelCase));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Stored.Replace("van-an", "Vân An", StringComparison.Ordinal), type, CamelCase));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Stored.Replace("province", "minister", StringComparison.Ordinal), type, CamelCase));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Stored.Replace("2018-06-30", "2018-02-30", StringComparison.Ordinal), type, CamelCase));
    }

    private static IEnumerable<Entry> Entries(string type) => [EntrySamples.Of(type).ReadFull().Entry, EntrySamples.Of(type).ReadMinimal().Entry];
}
