using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Recording;
using Ntm.EventStore.Append;
using Ntm.Host.Recording;

namespace Ntm.Bench;

/// <summary>
/// What a line of an import costs this program: processor time of all its threads, the collector's included, and bytes allocated. Unlike a
/// rate it says the same beside other work.
/// </summary>
internal static class Reading
{
    private const int Rounds = 5;
    private const int Chunk = 2_000;

    internal static async Task MeasureAsync(BenchServer server, ResultTable table, bool quick)
    {
        var lines = ImportAgainstCopy.Lines(quick);
        var file = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var cut = new List<RawLine>(await CutAsync(file));
        var texts = new RecurringTexts();
        List<SubmittedLine> read = [.. cut.Select(line => Read(line, texts))];
        var judged = Judge(read);

        table.AddCost("cut the file into lines", await CostAsync(lines.Count, () => CutAsync(file)));
        table.AddCost("read", await CostAsync(lines.Count, () => Done(() => cut.ForEach(line => Read(line, texts)))));
        table.AddCost("judge", await CostAsync(lines.Count, () => Done(() => Judge(read))));
        table.AddCost("encode", await CostAsync(lines.Count, () => Done(() => Encode(judged))));
        table.AddCost("the whole import", await CostAsync(lines.Count, () => ImportAgainstCopy.ImportAsync(server, lines)));
    }

    private static async Task<List<RawLine>> CutAsync(byte[] file)
    {
        var lines = new List<RawLine>();
        await foreach (var line in LineSplitter.SplitAsync(new MemoryStream(file), CancellationToken.None))
            lines.Add(line);
        return lines;
    }

    private static SubmittedLine Read(RawLine line, RecurringTexts texts) => LineReader.Read(line.Number, line.Bytes, texts).Submitted!;

    private static List<NewEntry> Judge(List<SubmittedLine> lines)
    {
        var register = Register.Empty;
        var catalog = CriteriaCatalog.Shipped();
        var accepted = new List<NewEntry>(lines.Count);
        foreach (var chunk in lines.Chunk(Chunk))
        {
            var judged = new BatchJudge(register, catalog, new DateOnly(2026, 1, 1), _ => null, Guid.NewGuid).Judge(chunk);
            accepted.AddRange(judged.New);
            register = judged.After;
        }

        return accepted.Count == lines.Count ? accepted : throw new InvalidOperationException("a line was refused");
    }

    private static void Encode(List<NewEntry> entries)
    {
        var act = new Act("local", null, "bench", null);
        foreach (var chunk in entries.Chunk(Chunk))
        {
            using var rows = new CopyRows(0);
            foreach (var entry in chunk)
                rows.Add(new EntryToAppend(entry, 1, act));
        }
    }

    private static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    /// <summary>The least of several rounds: what else the machine did can only have added to it.</summary>
    private static async Task<Cost> CostAsync(int lines, Func<Task> workAsync)
    {
        var costs = new List<Cost>();
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var (processor, bytes) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
            await workAsync();
            process.Refresh();
            costs.Add(new Cost((process.TotalProcessorTime - processor).TotalMicroseconds / lines, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / lines));
        }

        return new Cost(costs.Min(cost => cost.Microseconds), costs.Min(cost => cost.Bytes));
    }
}

/// <summary>Of one line: processor time of this program, and what it allocated.</summary>
internal sealed record Cost(double Microseconds, double Bytes)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Microseconds:0.00} µs, {Bytes:N0} bytes");
}
