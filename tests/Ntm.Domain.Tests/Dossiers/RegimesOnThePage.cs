using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ntm.Domain.Tests.Dossiers;

/// <summary>The regimes as docs/reference/dossiers.md prints them: a second reading, which knows nothing of the program.</summary>
internal sealed record RegimeOnThePage(string Name, DateOnly From, DateOnly To, IReadOnlyList<StepOnThePage> Steps)
{
    public static IReadOnlyList<RegimeOnThePage> All { get; } = [.. Read()];

    /// <summary>Everything that must have been taken before a step.</summary>
    public IReadOnlySet<string> Before(string step)
    {
        var before = new HashSet<string>();
        var open = new Queue<string>(Steps.Where(row => row.Step == step).SelectMany(row => row.After));
        while (open.TryDequeue(out var next))
        {
            if (before.Add(next))
                Steps.Where(row => row.Step == next).SelectMany(row => row.After).ToList().ForEach(open.Enqueue);
        }

        return before;
    }

    private static IEnumerable<RegimeOnThePage> Read([CallerFilePath] string here = "")
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "reference", "dossiers.md"));
        foreach (var section in page.Split("\n### ").Skip(1))
        {
            var lines = section.Split('\n');
            var period = lines.Single(line => line.Contains(". From ", StringComparison.Ordinal)).Split(". From ")[1].TrimEnd('.').Split(" to ");
            yield return new RegimeOnThePage(
                lines[0], Day(period[0][..10]), period.Length > 1 ? Day(period[1]) : DateOnly.MaxValue,
                [.. lines.TakeWhile(line => !line.StartsWith("| number", StringComparison.Ordinal)).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(Row)]);
        }
    }

    private static StepOnThePage Row(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var by = cells[2].Split(" until ");
        return new StepOnThePage(
            cells[1].Trim('`'), by[0] == "-" ? null : by[0], by.Length > 1 ? Day(by[1]) : DateOnly.MaxValue,
            cells[3] == "-" ? [] : [.. cells[3].Split(", ").Select(step => step.Trim('`'))]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal sealed record StepOnThePage(string Step, string? By, DateOnly ByUntil, IReadOnlyList<string> After);
