using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

public sealed class PlainReadingTests
{
    private const string Set = "ntm-2016-2020";

    private static readonly DateOnly Today = RandomHistory.LastDay;

    private readonly PlainRules record = new(Today);

    public static TheoryData<string> WorkedCaseNames => [.. WorkedCase.All().Select(worked => worked.Name)];

    [Theory]
    [MemberData(nameof(WorkedCaseNames))]
    public void A_worked_case_reads_as_worked_out(string name)
    {
        var worked = WorkedCase.All().Single(item => item.Name == name);
        List<long> lastOfBatch = [0];
        foreach (var batch in worked.Batches)
        {
            foreach (var line in batch)
                Say(line);
            lastOfBatch.Add(record.Lines.Count);
        }

        Assert.NotEmpty(worked.Questions);
        foreach (var question in worked.Questions)
        {
            var assessedBy = question["assessedBy"] is JsonArray names
                ? string.Join(',', names.Select(item => item!.GetValue<string>()))
                : null;
            var knownAt = lastOfBatch[question["knownAfterBatch"]?.GetValue<int>() ?? worked.Batches.Count];
            var answer = Reading().Status(
                Text(question, "unit"), PlainLine.Day(Text(question, "on")), knownAt, Text(question, "set"), assessedBy);
            var criterion = answer!["criteria"]![question["criterion"]!.GetValue<int>() - 1]!;
            foreach (var (field, expected) in question["expect"]!.AsObject())
                Assert.Null(JsonDifference.First(expected, criterion[field], $"{question.ToJsonString()} {field}"));
        }
    }

    [Fact]
    public void On_the_map_of_today_an_ended_district_shows_the_communes_that_came_after_its_own()
    {
        TwoCommunesBecomeOneAndTheDistrictEnds();

        var matrix = Reading().Matrix("d", new(2020, 6, 1), record.Lines.Count, Set, null, new(2025, 8, 1))!;

        // "b" lives on under the province; "c" is not born yet and shows what it will be made of, uncounted.
        Assert.Equal(["b", "c"], matrix["communes"]!.AsArray().Select(row => row!["unit"]!.GetValue<string>()));
        Assert.Null(matrix["communes"]![0]!["parts"]);
        Assert.Equal("""[{"unit":"a","status":"A------------------"},{"unit":"t","status":"-------------------"}]""",
            matrix["communes"]![1]!["parts"]!.ToJsonString());
        Assert.Equal("C", matrix["communes"]![1]!["name"]!.GetValue<string>());
        Assert.Equal(1m, matrix["average"]!.GetValue<decimal>());
        Assert.Equal(0, matrix["byCriterion"]![0]!["A"]!.GetValue<int>());
    }

    [Fact]
    public void On_the_map_of_then_a_commune_that_ended_shows_its_last_day()
    {
        TwoCommunesBecomeOneAndTheDistrictEnds();

        var matrix = Reading().Matrix("d", new(2025, 8, 1), record.Lines.Count, Set, null, new(2020, 6, 1))!;

        var ended = matrix["communes"]![0]!;
        Assert.Equal("a", ended["unit"]!.GetValue<string>());
        Assert.Equal("A------------------", ended["status"]!.GetValue<string>());
        Assert.Equal("2025-07-01", ended["ended"]!.GetValue<string>());
        Assert.Equal("""["c"]""", ended["successors"]!.ToJsonString());
        // The finding of "b" on the second day of July 2025 counts by now: (1 + 2) / 2.
        Assert.Equal(1.5m, matrix["average"]!.GetValue<decimal>());
    }

    [Fact]
    public void A_district_that_does_not_exist_yet_has_no_communes()
    {
        TwoCommunesBecomeOneAndTheDistrictEnds();

        var matrix = Reading().Matrix("d", new(2009, 1, 1), record.Lines.Count, Set, null, null)!;

        Assert.Empty(matrix["communes"]!.AsArray());
        Assert.Null(matrix["average"]);
        Assert.Equal("2009-01-01", matrix["boundary"]!.GetValue<string>());
    }

    [Fact]
    public void A_retracted_merger_gives_its_communes_back()
    {
        TwoCommunesBecomeOneAndTheDistrictEnds();
        var merger = record.Lines.Single(line => line.Type == "units_merged");
        Say($$"""{"type":"entry_retracted","unit":"c","entry":"{{merger.Id}}","reason":"nhầm"}""");

        var before = Reading().Status("a", new(2025, 8, 1), merger.Sequence, Set, null)!;
        var after = Reading().Status("a", new(2025, 8, 1), record.Lines.Count, Set, null)!;

        Assert.False(before["exists"]!.GetValue<bool>());
        Assert.Equal("2025-07-01", before["endedOn"]!.GetValue<string>());
        Assert.True(after["exists"]!.GetValue<bool>());
        Assert.Null(after["endedOn"]);
        Assert.Null(after["successors"]);
    }

    [Fact]
    public void Units_are_listed_under_living_parents_only()
    {
        TwoCommunesBecomeOneAndTheDistrictEnds();

        string[] Listed(DateOnly on) =>
            [.. Reading().Units("p", on, record.Lines.Count)!.Select(unit => unit!["unit"]!.GetValue<string>())];

        Assert.Equal(["a", "b", "d", "t"], Listed(new(2025, 6, 30)));
        Assert.Equal(["b", "c"], Listed(new(2025, 7, 1)));
        Assert.Null(Reading().Units("nowhere", new(2025, 7, 1), record.Lines.Count));
        Assert.Empty(Reading().Units(null, new(2025, 7, 1), 0)!);
    }

    private void TwoCommunesBecomeOneAndTheDistrictEnds()
    {
        Say("""{"type":"unit_established","unit":"p","name":"P","level":"province","effectiveOn":"2010-01-01"}""");
        Say("""{"type":"unit_established","unit":"d","name":"D","level":"district","parent":"p","effectiveOn":"2010-01-01"}""");
        Say("""{"type":"unit_established","unit":"a","name":"A","level":"commune","parent":"d","effectiveOn":"2010-01-01"}""");
        Say("""{"type":"unit_established","unit":"b","name":"B","level":"commune","parent":"d","effectiveOn":"2010-01-01"}""");
        Say("""{"type":"unit_established","unit":"t","name":"T","level":"township","parent":"d","effectiveOn":"2010-01-01"}""");
        Say(Finding("a", 1, "2019-01-01"));
        Say(Finding("b", 2, "2019-01-01"));
        Say(Finding("b", 3, "2025-07-02"));
        Say("""{"type":"unit_established","unit":"c","name":"C","level":"commune","parent":"p","effectiveOn":"2025-07-01"}""");
        Say("""{"type":"units_merged","unit":"c","from":["a","t"],"effectiveOn":"2025-07-01"}""");
        Say("""{"type":"unit_reparented","unit":"b","parent":"p","effectiveOn":"2025-07-01"}""");
        Say("""{"type":"unit_dissolved","unit":"d","effectiveOn":"2025-07-01"}""");
    }

    private static string Finding(string unit, int criterion, string on) => $$"""
        {"type":"criterion_attained","unit":"{{unit}}","set":"{{Set}}","criterion":{{criterion}},
         "assessedBy":"province","effectiveOn":"{{on}}"}
        """;

    private PlainReading Reading() => new(record.Lines.Select(line => line.Json));

    private void Say(string line) => Say(JsonNode.Parse(line)!.AsObject());

    private void Say(JsonObject line)
    {
        Assert.Empty(record.Refusals(line));
        record.Record(line);
    }

    private static string Text(JsonObject from, string field) => from[field]!.GetValue<string>();
}
