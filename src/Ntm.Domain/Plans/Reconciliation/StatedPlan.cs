using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>A plan's statements, arranged for the rules. Nothing is added that the plan, or the record of its units, does not say.</summary>
public sealed partial class StatedPlan
{
    private readonly Dictionary<string, int> _order;
    private readonly Dictionary<UnitId, string> _headings;

    public StatedPlan(PlanContent content, PlanFrame frame)
    {
        (Content, Frame) = (content, frame);
        _order = content.Statements.Select((statement, index) => (statement.Id, index)).ToDictionary(placed => placed.Id, placed => placed.index);
        _headings = All<NumbersTabled>().SelectMany(table => table.Parts)
            .GroupBy(part => part.Unit).ToDictionary(parts => parts.Key, parts => HeadingOf(parts.First().Text));
        Named = [.. CommunesNamed().Distinct()];
        Communes = frame.Communes.Count > 0 && (PrintedExtent is null || PrintedExtent == frame.Communes.Count) ? frame.Communes : Named;
    }

    public PlanContent Content { get; }

    public PlanFrame Frame { get; }

    /// <summary>Every commune the plan names, in its order.</summary>
    public IReadOnlyList<UnitId> Named { get; }

    /// <summary>The communes of the scope: the record's where it has as many as the plan counts, else those the plan names.</summary>
    public IReadOnlyList<UnitId> Communes { get; }

    /// <summary>How many communes the scope has: as printed, else as its parts add up to, else as the record knows.</summary>
    public int? Extent => PrintedExtent ?? (Frame.Communes.Count > 0 ? Frame.Communes.Count : null);

    /// <summary>Null where the plan prints no number for its scope, nor for every part of it.</summary>
    public int? PrintedExtent => All<ExtentStated>().FirstOrDefault(extent => extent.Unit == Frame.Scope)?.Communes
        ?? All<NumbersTabled>().SelectMany(table => table.Parts).FirstOrDefault(part => part.Unit == Frame.Scope)?.Communes
        ?? PartsExtent;

    /// <summary>What the parts of the first table with numbers of communes in its headings add up to.</summary>
    public int? PartsExtent => All<NumbersTabled>().FirstOrDefault(IsOfParts)?.Parts.Sum(part => part.Communes);

    public IEnumerable<T> All<T>() where T : PlanStatement => Content.Statements.OfType<T>();

    public string NameOf(UnitId unit) => Frame.NameOf(unit) ?? _headings.GetValueOrDefault(unit) ?? unit.Value;

    internal static bool IsOfParts(NumbersTabled table) => table.Parts.Count > 1 && table.Parts.All(part => part.Communes is not null);

    /// <summary>The words of statements, each once, in the plan's order.</summary>
    internal IReadOnlyList<string> Quotes(params IEnumerable<PlanStatement> statements) =>
        [.. statements.OrderBy(statement => _order[statement.Id]).Select(statement => statement.Text).Distinct()];

    private static string HeadingOf(string text) => text.IndexOf('(', StringComparison.Ordinal) is > 0 and var end ? text[..end].Trim() : text;

    private IEnumerable<UnitId> CommunesNamed() => Content.Statements.SelectMany(statement => statement switch
    {
        TargetsNamed { Communes: var named } => named,
        CommunesCounted { Communes: { } named } => named,
        RecognitionsCounted { Communes: { } named } => named,
        CohortMentioned { Members: { } named } => named,
        DutyStated { Communes: { } named } => named,
        StateStated { Communes: { } named } => named,
        _ => (IEnumerable<UnitId>)[],
    });
}
