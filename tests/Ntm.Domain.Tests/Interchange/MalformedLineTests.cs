using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Interchange;

public sealed class MalformedLineTests
{
    private const string Finding = "criterion_attained";

    public static TheoryData<string> Types => [.. EntrySamples.All.Select(sample => sample.Type)];

    public static TheoryData<string, string> RequiredFields()
    {
        var fields = new TheoryData<string, string>();
        foreach (var sample in EntrySamples.All)
            foreach (var field in ((JsonObject)JsonNode.Parse(sample.Minimal)!).Select(field => field.Key).Where(field => field != "type"))
                fields.Add(sample.Type, field);
        return fields;
    }

    public static TheoryData<string, string> OptionalFields()
    {
        var fields = new TheoryData<string, string>();
        foreach (var sample in EntrySamples.All)
        {
            var required = (JsonObject)JsonNode.Parse(sample.Minimal)!;
            foreach (var field in ((JsonObject)JsonNode.Parse(sample.Full)!).Select(field => field.Key).Where(field => !required.ContainsKey(field)))
                fields.Add(sample.Type, field);
        }

        return fields;
    }

    [Theory, MemberData(nameof(Types))]
    public void No_field_is_dropped_silently(string type) => Lines.IsRefused(Lines.With(type, "colour", "1"), RefusalCodes.FieldUnknown, "colour");

    [Theory, MemberData(nameof(Types))]
    public void Not_even_an_unknown_field_that_is_null(string type) => Lines.IsRefused(Lines.With(type, "colour", "null"), RefusalCodes.FieldUnknown, "colour");

    [Theory]
    [InlineData(Finding, "basis", """{"number":"1","date":"2018-01-01","issuer":"UBND","page":3}""", "basis.page")]
    [InlineData("inspection_held", "findings", """[{"set":"s","criterion":1,"conclusion":"đạt","mark":9}]""", "findings[0].mark")]
    [InlineData(Finding, "Unit", "\"van-an\"", "Unit")]
    [InlineData(Finding, "replacedBy", "\"00000000-0000-4000-8000-000000000001\"", "replacedBy")]
    public void Nor_one_in_a_nested_object_or_in_another_case(string type, string field, string json, string named) =>
        Lines.IsRefused(Lines.With(type, field, json), RefusalCodes.FieldUnknown, named);

    [Theory, MemberData(nameof(RequiredFields))]
    public void What_a_type_cannot_do_without_is_missing(string type, string field) =>
        Lines.IsRefused(Lines.Without(type, field), RefusalCodes.FieldMissing, field);

    [Theory, MemberData(nameof(RequiredFields))]
    public void Null_is_absent_where_a_field_is_required(string type, string field) =>
        Lines.IsRefused(Lines.With(type, field, "null"), RefusalCodes.FieldMissing, field);

    [Theory, MemberData(nameof(OptionalFields))]
    public void Null_is_absent_where_a_field_may_be_missing(string type, string field)
    {
        var (absent, empty) = (Lines.Read(Lines.Without(type, field)), Lines.Read(Lines.With(type, field, "null")));

        Assert.Empty(absent.Refusals.Concat(empty.Refusals));
        Assert.Equal(absent.Submitted!.Id, empty.Submitted!.Id);
        Assert.True(LineWriter.SayTheSame(absent.Submitted.Entry, empty.Submitted.Entry));
    }

    [Theory]
    [InlineData("\"unit\":\"van-quan\"", "unit")]
    [InlineData("\"criterion\":5", "criterion")]
    [InlineData("\"note\":null", "note")]
    public void A_field_given_twice_is_refused_whatever_it_says(string field, string named) =>
        Lines.IsRefused(Lines.Beginning(Finding, field), RefusalCodes.FieldRepeated, named);

    [Fact]
    public void A_field_given_twice_inside_a_field_is_refused_too()
    {
        Lines.IsRefused(
            EntrySamples.Of(Finding).Full.Replace("\"basis\":{", "\"basis\":{\"number\":\"1\",", StringComparison.Ordinal),
            RefusalCodes.FieldRepeated, "basis.number");
        Lines.IsRefused(
            EntrySamples.Of("plan_issued").Minimal.Replace("\"content\":{}", "\"content\":{\"a\":{\"b\":1,\"b\":2}}", StringComparison.Ordinal),
            RefusalCodes.FieldRepeated, "content.a.b");
    }

    [Theory]
    [InlineData(Finding, "unit", "5")]
    [InlineData(Finding, "unit", "\"Vân Mộng\"")]
    [InlineData(Finding, "unit", "\"van--mong\"")]
    [InlineData(Finding, "unit", "\"-van-mong\"")]
    [InlineData(Finding, "unit", "\"van-mong.\"")]
    [InlineData(Finding, "unit", "\"\"")]
    [InlineData(Finding, "id", "\"7\"")]
    [InlineData(Finding, "id", "7")]
    [InlineData(Finding, "id", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData(Finding, "id", "\"{00000000-0000-4000-8000-000000000001}\"")]
    [InlineData(Finding, "effectiveOn", "20180630")]
    [InlineData(Finding, "effectiveOn", "\"2018-02-30\"")]
    [InlineData(Finding, "effectiveOn", "\"2018-2-3\"")]
    [InlineData(Finding, "effectiveOn", "\"30/06/2018\"")]
    [InlineData(Finding, "effectiveOn", "\"2018-06-30T00:00:00Z\"")]
    [InlineData(Finding, "effectiveOn", "\" 2018-06-30\"")]
    [InlineData(Finding, "basis", "\"15/KH-UBND\"")]
    [InlineData(Finding, "basis", "[]")]
    [InlineData(Finding, "note", "5")]
    [InlineData(Finding, "set", "5")]
    [InlineData(Finding, "set", "\" \"")]
    [InlineData(Finding, "criterion", "\"5\"")]
    [InlineData(Finding, "criterion", "5.5")]
    [InlineData(Finding, "criterion", "99999999999")]
    [InlineData(Finding, "assessedBy", "\"minister\"")]
    [InlineData(Finding, "assessedBy", "\"Province\"")]
    [InlineData(Finding, "assessedBy", "2")]
    [InlineData(Finding, "evidence", "{}")]
    [InlineData("unit_established", "name", "\"\"")]
    [InlineData("unit_established", "name", "[\"Văn An\"]")]
    [InlineData("unit_established", "level", "\"hamlet\"")]
    [InlineData("unit_established", "code", "6325")]
    [InlineData("unit_established", "parent", "{}")]
    [InlineData("units_merged", "from", "\"van-quan.xuan-mai\"")]
    [InlineData("units_merged", "from", "[]")]
    [InlineData("unit_dissolved", "successors", "true")]
    [InlineData("indicator_measured", "indicator", "\"10\"")]
    [InlineData("indicator_measured", "indicator", "\"10.01\"")]
    [InlineData("indicator_measured", "indicator", "10.1")]
    [InlineData("indicator_measured", "value", "\"26.5\"")]
    [InlineData("indicator_measured", "value", "{}")]
    [InlineData("target_assigned", "kind", "\"keep\"")]
    [InlineData("target_withdrawn", "target", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("plan_issued", "content", "[]")]
    [InlineData("plan_issued", "content", "\"none\"")]
    [InlineData("plan_issued", "scope", "\"cao-loc\"")]
    [InlineData("inspection_held", "findings", "{}")]
    [InlineData("debt_declared", "amount", "-1")]
    [InlineData("debt_declared", "amount", "1.5")]
    [InlineData("debt_declared", "amount", "9223372036854775808")]
    [InlineData("satisfaction_surveyed", "asked", "true")]
    [InlineData("recognition_granted", "dossier", "\"Hồ sơ\"")]
    [InlineData("recognition_granted", "title", "\"gold\"")]
    [InlineData("recognition_granted", "year", "\"2018\"")]
    [InlineData(EntryTypes.Retracted, "entry", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData(EntryTypes.Retracted, "reason", "\"\"")]
    [InlineData(EntryTypes.Retracted, "replacedBy", "8")]
    public void A_value_of_another_kind_is_refused(string type, string field, string json) =>
        Lines.IsRefused(Lines.With(type, field, json), RefusalCodes.FieldInvalid, field);

    [Theory]
    [InlineData(Finding, "basis", """{"number":"1","date":"2018-02-30","issuer":"UBND"}""", "basis.date")]
    [InlineData(Finding, "basis", """{"number":" ","date":"2018-02-03","issuer":"UBND"}""", "basis.number")]
    [InlineData(Finding, "evidence", """["Biên bản.pdf"]""", "evidence[0]")]
    [InlineData(Finding, "evidence", """[{"sha256":"ABC","name":"a","mediaType":"b","size":1}]""", "evidence[0].sha256")]
    [InlineData("units_merged", "from", """["van-quan.xuan-mai",7]""", "from[1]")]
    [InlineData("unit_dissolved", "successors", """[null]""", "successors[0]")]
    [InlineData("inspection_held", "findings", """[{"set":"s","criterion":1,"conclusion":"đạt"},{"set":"s","criterion":true,"conclusion":"đạt"}]""", "findings[1].criterion")]
    public void A_refusal_names_the_place_inside_a_field(string type, string field, string json, string named) =>
        Lines.IsRefused(Lines.With(type, field, json), RefusalCodes.FieldInvalid, named);

    [Fact]
    public void Everything_that_is_wrong_with_a_line_is_said_at_once()
    {
        var read = Lines.Read("""{"type":"criterion_attained","unit":"Văn An","effectiveOn":"2018-02-30","criterion":"5","colour":1,"assessedBy":"province"}""");

        Assert.Equal(
            [
                (RefusalCodes.FieldInvalid, "unit"), (RefusalCodes.FieldInvalid, "effectiveOn"), (RefusalCodes.FieldMissing, "set"),
                (RefusalCodes.FieldInvalid, "criterion"), (RefusalCodes.FieldUnknown, "colour"),
            ],
            read.Refusals.Select(refusal => (refusal.Code, refusal.Field)));
    }

    [Theory]
    [InlineData("unit_abolished")]
    [InlineData("Criterion_attained")]
    [InlineData("tombstone")]
    [InlineData("")]
    public void An_unknown_type_is_refused_without_looking_further(string type) =>
        Lines.IsRefused($$"""{"type":"{{type}}","colour":1}""", RefusalCodes.TypeUnknown, "type");

    [Fact]
    public void A_line_says_its_type()
    {
        Lines.IsRefused("""{"unit":"van-an"}""", RefusalCodes.FieldMissing, "type");
        Lines.IsRefused("""{"type":5}""", RefusalCodes.FieldInvalid, "type");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("\"criterion_attained\"")]
    public void A_line_is_an_object(string line) => Lines.IsRefused(line, RefusalCodes.NotAnObject, null);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"type\":\"unit_renamed\",}")]
    [InlineData("{'type':'unit_renamed'}")]
    [InlineData("{\"type\":NaN}")]
    [InlineData("// Ghi chú\n{}")]
    public void A_line_is_JSON(string line) => Lines.IsRefused(line, RefusalCodes.NotJson, null);

    [Fact]
    public void A_line_is_UTF8()
    {
        var latin1 = Encoding.Latin1.GetBytes("""{"type":"unit_renamed","name":"Tràng Phái"}""");

        Assert.Equal([RefusalCodes.NotUtf8], LineReader.Read(1, latin1).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void JSON_may_be_64_levels_deep_and_no_deeper()
    {
        // The line itself and its content are the first two levels.
        Assert.Empty(Lines.Read(PlanWithLists(62)).Refusals);
        Lines.IsRefused(PlanWithLists(63), RefusalCodes.TooDeep, null);
        Lines.IsRefused(PlanWithLists(5000), RefusalCodes.TooDeep, null);
    }

    [Fact]
    public void What_may_be_handed_in_at_its_deepest_can_be_stored_and_read_again()
    {
        var plan = Lines.Read(PlanWithLists(62)).Submitted!.Entry;
        var stored = LineWriter.WriteStored(plan);

        Assert.True(LineWriter.SayTheSame(plan, LineReader.ReadStored(EntryTypes.Of(plan), stored)));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(stored).RootElement.ValueKind);
    }

    private static string PlanWithLists(int depth) => EntrySamples.Of("plan_issued").Minimal
        .Replace("\"content\":{}", $"\"content\":{{\"a\":{new string('[', depth)}{new string(']', depth)}}}", StringComparison.Ordinal);
}
