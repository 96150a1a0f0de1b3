using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

/// <summary>One batch to post. With a code the whole batch is refused because of its last line; else it is recorded,
/// and where it says nothing new, answered as repeated.</summary>
internal sealed record HistoryStep(IReadOnlyList<JsonObject> Lines, int NewEntries, string? RefusedWith);

/// <summary>A record as clerks might have written it over the years, the same for the same seed: late papers, slips and their corrections,
/// mergers, and attempts that must be refused.</summary>
internal sealed class RandomHistory
{
    public static readonly DateOnly FirstDay = new(2016, 12, 1);

    // The product's today lies after it, so nothing but what is meant to lies in the future.
    public static readonly DateOnly LastDay = new(2025, 12, 31);

    private const int LargestBatch = 40;

    private readonly Dice dice;
    private readonly PlainRules rules = new(LastDay);
    private readonly HistoryWriter writer;
    private readonly List<HistoryStep> steps = [];
    private readonly List<JsonObject> batch = [];
    private int batchSize = LargestBatch;
    private int before;
    private int nextCode;

    private RandomHistory(ulong seed)
    {
        dice = new Dice(seed);
        writer = new HistoryWriter(dice, rules);
        nextCode = dice.Below(PlainRules.Codes.Count);
    }

    public IReadOnlyList<HistoryStep> Steps => steps;

    public static RandomHistory Create(ulong seed, int entries = 400)
    {
        var history = new RandomHistory(seed);
        history.Take(history.writer.FirstUnits());
        while (history.rules.Lines.Count < entries)
            history.Take(history.writer.Something());
        history.CloseBatch();
        return history;
    }

    // A deed of several lines (a new commune, then the merger into it) may be cut in two by the end of a batch, as in life.
    private void Take(IEnumerable<JsonObject> deed)
    {
        foreach (var line in deed)
        {
            if (rules.Refusals(line).Count > 0)
                return;

            rules.Record(line);
            batch.Add(line);
            if (batch.Count >= batchSize)
                CloseBatch();
        }
    }

    private void CloseBatch()
    {
        if (batch.Count > 0)
            steps.Add(new HistoryStep([.. batch], rules.Lines.Count - before, RefusedWith: null));

        // The answer got lost, the clerk sends the batch again.
        if (dice.OneIn(6) && batch.Where(rules.Repeats).ToList() is { Count: > 0 } repeated)
            steps.Add(new HistoryStep(repeated, NewEntries: 0, RefusedWith: null));
        batch.Clear();
        before = rules.Lines.Count;
        batchSize = dice.OneIn(4) ? 1 : 1 + dice.Below(LargestBatch);
        for (var attempts = dice.Below(6); attempts > 0; attempts--)
            TryUnlawful();
    }

    private void TryUnlawful()
    {
        var code = PlainRules.Codes[nextCode++ % PlainRules.Codes.Count];
        List<JsonObject> lines = [];
        for (var company = dice.OneIn(6) ? 1 + dice.Below(3) : 0; company > 0; company--)
        {
            if (writer.Finding() is { } lawful && rules.Refusals(lawful).Count == 0)
            {
                rules.Record(lawful);
                lines.Add(lawful);
            }
        }

        for (var tries = 0; tries < 12; tries++)
        {
            if (writer.Unlawful(code) is { } line && rules.Refusals(line) is [var only] && only == code)
            {
                steps.Add(new HistoryStep([.. lines, line], NewEntries: 0, code));
                break;
            }
        }

        // What stood in the refused batch before the refused line was never recorded either.
        rules.ForgetAfter(before);
    }
}
