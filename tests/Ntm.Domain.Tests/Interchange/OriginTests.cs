using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Interchange;

/// <summary>What an export says of the record it came from.</summary>
public sealed class OriginTests
{
    private const string Claims =
        """{"sequence":12,"recordedAt":"2024-06-30T02:15:00.123456Z","recordedBy":"local","stream":"unit-van-quan.van-an","version":3}""";

    [Fact]
    public void It_is_kept_as_a_claim_apart_from_what_the_entry_says()
    {
        var read = Lines.Read(Lines.Beginning("criterion_attained", Claims[1..^1]));

        Assert.Equal(Claims, read.Submitted!.Origin!.Value.GetRawText());
        Assert.True(LineWriter.SayTheSame(EntrySamples.Of("criterion_attained").ReadFull().Entry, read.Submitted.Entry));
    }

    [Fact]
    public void A_line_that_claims_nothing_has_no_origin()
    {
        Assert.Null(EntrySamples.Of("criterion_attained").ReadFull().Origin);
        Assert.Null(Lines.Read(Lines.Beginning("criterion_attained", "\"sequence\":null,\"recordedBy\":null")).Submitted!.Origin);
    }

    [Fact]
    public void A_single_claim_is_kept_too() =>
        Assert.Equal(
            """{"recordedBy":"local"}""",
            Lines.Read(Lines.Beginning("criterion_attained", "\"recordedBy\":\"local\"")).Submitted!.Origin!.Value.GetRawText());

    [Theory]
    [InlineData("sequence", "\"12\"")]
    [InlineData("sequence", "-1")]
    [InlineData("sequence", "1.5")]
    [InlineData("recordedAt", "20240630")]
    [InlineData("recordedBy", "{}")]
    [InlineData("stream", "[]")]
    [InlineData("version", "true")]
    [InlineData("recordedBy", "\"\\ud800\"")]
    public void A_malformed_claim_is_refused(string field, string json) =>
        Lines.IsRefused(Lines.Beginning("criterion_attained", $"\"{field}\":{json}"), RefusalCodes.FieldInvalid, field);

    [Fact]
    public void Claims_stand_on_the_replacement_of_a_correction_as_on_any_line()
    {
        var line = EntrySamples.Of("entry_corrected").Minimal
            .Replace("\"replacement\":{", "\"replacement\":{" + Claims[1..^1] + ",", StringComparison.Ordinal);

        Assert.NotNull(Lines.Read(line).Submitted!.Replacement!.Origin);
    }
}
