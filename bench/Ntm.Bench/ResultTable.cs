using System.Globalization;
using System.Text;

namespace Ntm.Bench;

/// <summary>What was measured against what. Rates of one machine say little; the ratio within one run is what counts.</summary>
internal sealed class ResultTable
{
    private readonly List<(string Measure, string Rival, double Ours, double Theirs, string Unit, double Ratio, string Reach)> _rows = [];
    private readonly List<(string Step, Cost Cost)> _costs = [];

    /// <param name="reach">The ratio ours ÷ theirs that is aimed at.</param>
    internal void Add(string measure, string rival, double ours, double theirs, string unit, string reach)
    {
        _rows.Add((measure, rival, ours, theirs, unit, ours / theirs, reach));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measure}: {ours:N0} against {theirs:N0} {unit}, ratio {ours / theirs:0.00} ({reach})"));
    }

    /// <param name="step">What is done with each line.</param>
    internal void AddCost(string step, Cost cost)
    {
        _costs.Add((step, cost));
        Console.Error.WriteLine($"{step}: {cost} a line");
    }

    internal string ToMarkdown(string machine)
    {
        var text = new StringBuilder();
        text.AppendLine(machine).AppendLine();
        if (_rows.Count > 0)
            text.AppendLine("| measure | against | ours | theirs | unit | ratio | reach |").AppendLine("|---|---|---:|---:|---|---:|---|");
        foreach (var row in _rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Measure} | {row.Rival} | {row.Ours:N0} | {row.Theirs:N0} | {row.Unit} | {row.Ratio:0.00} | {row.Reach} |");
        if (_costs.Count > 0)
            text.AppendLine("| a line of an import | processor time | allocated |").AppendLine("|---|---:|---:|");
        foreach (var (step, cost) in _costs)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {step} | {cost.Microseconds:0.00} µs | {cost.Bytes:N0} bytes |");
        return text.ToString();
    }
}
