using System.Buffers;
using System.Text;
using System.Text.Json;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Host.Demo.Country;
using Ntm.Host.Questions;
using Ntm.Projections;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.CommuneStatus;
using Ntm.Projections.Index;

namespace Ntm.Host.Tests.Questions;

/// <summary>Answers that are written by hand come to the bytes the serializer gives: they were given out, and stay what they were.</summary>
public sealed class WrittenAnswersTests
{
    // Quotes, controls, markup, a letter outside the first plane, one that only some escape.
    private const string Awkward = "Xã \"Đường\\Đào\"\n\t<a href='x'>&+\u0001\u007f\u2028 𠀋 é /";

    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    [Fact]
    public void A_status_of_the_synthetic_country()
    {
        var (index, units) = Country();
        var asked = 0;
        foreach (var (on, knownAt, assessors) in Moments(index))
        {
            foreach (var unit in units)
            {
                if (StatusReading.Answer(index, unit, on, knownAt, Catalog.InForceOn(on)!, assessors) is not { } answer)
                    continue;
                Assert.Equal(Serialized(answer), Written(answer));
                asked++;
            }
        }

        Assert.True(asked > 100);
    }

    [Fact]
    public void A_matrix_of_the_synthetic_country()
    {
        var (index, _) = Country();
        foreach (var (on, knownAt, assessors) in Moments(index))
            foreach (var boundary in new[] { on, SyntheticCountry.FirstDay, SyntheticCountry.LastDay })
                if (MatrixReading.Answer(index, UnitId.Parse(SyntheticCountry.Root), on, knownAt, Catalog.InForceOn(on)!, assessors, boundary) is { } answer)
                    Assert.Equal(Serialized(answer), Written(answer));
    }

    [Theory]
    [InlineData(Awkward)]
    [InlineData("")]
    [InlineData(null)]
    public void Any_text_and_nothing_at_all(string? text)
    {
        string[]? texts = text is null ? null : [text, "b"];
        var day = text is null ? (DateOnly?)null : DateOnly.MinValue;
        var status = new StatusAnswer(
            text ?? "u", text, text is null, day, texts, DateOnly.MaxValue, new KnownAt(long.MaxValue, text), "s", "1", texts ?? [], -1, 2,
            [
                new CriterionStatus(1, text ?? "attained", day, text is null ? null : Guid.Empty, text, text, text is null ? [] : [Guid.Empty, Guid.AllBitsSet]),
                new CriterionStatus(int.MaxValue, "", null, null, null, null, []),
            ]);
        var matrix = new MatrixAnswer(
            text ?? "u", DateOnly.MaxValue, new KnownAt(0, null), "s", "1", texts ?? [], DateOnly.MinValue,
            [new CommuneRow("u", text, 1, 2, text ?? "AX", day, texts, text is null ? null : [new PartOfCommune(text, text)]), new CommuneRow("v", null, 0, 0, "-", null, [], [])],
            text is null ? null : text.Length == 0 ? 0.10m : 12.50m, [new AttainmentBand(1, 2, 3)], [new CriterionTally(1, 2, 3, 4, 5, 6, 7)]);

        Assert.Equal(Serialized(status), Written(status));
        Assert.Equal(Serialized(matrix), Written(matrix));
    }

    private static string Serialized(StatusAnswer answer) => JsonSerializer.Serialize(answer, AnswerJson.Written.StatusAnswer);

    private static string Serialized(MatrixAnswer answer) => JsonSerializer.Serialize(answer, AnswerJson.Written.MatrixAnswer);

    private static string Written(StatusAnswer answer) => Written(answer, StatusJson.Write);

    private static string Written(MatrixAnswer answer) => Written(answer, MatrixJson.Write);

    private static string Written<T>(T answer, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, AnswerJson.WriterOptions))
            write(json, answer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static (RecordIndex Index, List<UnitId> Units) Country()
    {
        var index = new RecordIndex();
        var record = new SyntheticCountry(Catalog, CountrySize.At(0.002m)).Record().ToList();
        index.Apply(record);
        return (index, [.. record.Select(entry => entry.Entry.Unit).Distinct()]);
    }

    private static IEnumerable<(DateOnly On, long KnownAt, AssessorSet Assessors)> Moments(RecordIndex index) =>
    [
        (new(2016, 12, 1), index.Position / 100, AssessorSet.All), (new(2019, 6, 30), index.Position / 2, AssessorSet.Official),
        (new(2022, 3, 7), index.Position, AssessorSet.Of(Assessor.Commune)), (new(2022, 3, 8), index.Position - 1, AssessorSet.Official),
        (new(2025, 12, 31), index.Position, AssessorSet.All),
    ];
}
