using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

public sealed class RandomHistoryTests
{
    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void The_same_seed_gives_the_same_history()
    {
        static string Text(ulong seed) => string.Join('\n', RandomHistory.Create(seed, entries: 150).Steps
            .Select(step => $"{step.RefusedWith} {string.Join(' ', step.Lines.Select(line => line.ToJsonString()))}"));

        Assert.Equal(Text(7), Text(7));
        Assert.NotEqual(Text(7), Text(8));
    }

    [Fact]
    public void Lawful_lines_satisfy_the_rules_and_unlawful_ones_break_exactly_one()
    {
        foreach (var seed in Seeds)
        {
            var rules = new PlainRules(RandomHistory.LastDay);
            foreach (var step in RandomHistory.Create(seed).Steps)
            {
                Assert.InRange(step.Lines.Count, 1, 40);
                var before = rules.Lines.Count;
                foreach (var line in step.Lines)
                {
                    if (step.RefusedWith is { } code && line == step.Lines[^1])
                    {
                        Assert.Equal([code], rules.Refusals(line));
                        continue;
                    }

                    Assert.Empty(rules.Refusals(line));
                    rules.Record(line);
                }

                if (step.RefusedWith is not null)
                    rules.ForgetAfter(before);
                Assert.Equal(step.NewEntries, rules.Lines.Count - before);
            }
        }
    }

    [Fact]
    public void Over_a_few_seeds_every_entry_type_and_every_refusal_occurs()
    {
        List<HistoryStep> steps = [.. Seeds.SelectMany(seed => RandomHistory.Create(seed).Steps)];
        HashSet<string> types = [.. steps.Where(step => step.RefusedWith is null).SelectMany(step => step.Lines)
            .Select(line => line["type"]!.GetValue<string>())];

        Assert.Empty(PlainRules.Codes.Except(steps.Select(step => step.RefusedWith).OfType<string>(), StringComparer.Ordinal));
        Assert.Empty(((string[])
        [
            "unit_established", "unit_renamed", "unit_recoded", "unit_reparented", "unit_level_changed", "units_merged", "unit_dissolved",
            "criterion_attained", "criterion_not_attained", "criterion_lost", "criterion_basically_met", "criterion_not_applicable",
            "indicator_measured", "target_assigned", "target_withdrawn", "plan_issued", "plan_revised", "inspection_scheduled",
            "inspection_held", "remedy_done", "debt_declared", "satisfaction_surveyed", "recognition_granted",
            "entry_retracted", "entry_corrected",
        ]).Except(types, StringComparer.Ordinal));
        Assert.Contains(steps, step => step is { RefusedWith: null, NewEntries: 0 });
        Assert.Contains(steps, step => step is { RefusedWith: not null, Lines.Count: > 1 });
    }

    [Fact]
    public void Histories_lead_to_every_kind_of_row()
    {
        List<JsonNode> rows = [.. Seeds.SelectMany(Rows)];

        Assert.Contains(rows, row => row["ended"] is not null);
        Assert.Contains(rows, row => row["parts"] is JsonArray { Count: > 0 });
        Assert.Contains(rows, row => row["ended"] is null && row["parts"] is null && row["attained"]!.GetValue<int>() > 2);
    }

    private static IEnumerable<JsonNode> Rows(ulong seed)
    {
        var rules = new PlainRules(RandomHistory.LastDay);
        foreach (var line in RandomHistory.Create(seed).Steps.Where(step => step.RefusedWith is null).SelectMany(step => step.Lines))
            rules.Record(line);
        List<JsonObject> entries = [.. rules.Lines.Select(line => line.Json)];
        var reading = new PlainReading(entries);
        var dice = new Dice(seed);
        return Enumerable.Range(0, 60).Select(_ => RandomQuestion.Ask(dice, reading, entries).Expected)
            .OfType<JsonObject>().Where(answer => answer.ContainsKey("communes"))
            .SelectMany(answer => answer["communes"]!.AsArray()).OfType<JsonNode>();
    }
}
