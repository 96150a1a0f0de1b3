using Ntm.Domain.Criteria;
using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Sheets;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Tables;
using Ntm.Projections.Plans;

namespace Ntm.Host.Plans;

/// <summary>The plans there are to speak of.</summary>
/// <param name="AreShipped">The record knows none; these are the program's own, for whoever begins.</param>
public sealed record ListedPlans(IReadOnlyList<PlanDocument> Plans, bool AreShipped);

/// <param name="AreShipped">The record is empty; these are the units of the plans that come with the program.</param>
public sealed record KnownUnits(UnitMap Map, long KnownAt, bool AreShipped);

/// <summary>
/// Finds the plan somebody names: a file, or an id of the record. While the record knows no plan at all, ids of the plans shipped with the
/// program are taken too, so that a newcomer has something to try.
/// </summary>
public sealed class PlanSources(LiveRecord live, CriteriaCatalog catalog)
{
    private const string Workbook = ".xlsx";
    private static readonly string[] FileEndings = [".json", Workbook];

    /// <param name="knownAt">A sequence the index holds.</param>
    public ListedPlans List(long knownAt) => PlanReading.List(live.Index.Register, knownAt) is { Count: > 0 } recorded
        ? new ListedPlans(recorded, AreShipped: false)
        : new ListedPlans(ShippedPlans.Read(), AreShipped: true);

    /// <summary>The units plans are held against: those of the record, or, while the record is empty, those of the plans that come with the program.</summary>
    /// <param name="knownAt">A sequence the index holds.</param>
    public KnownUnits Units(long knownAt)
    {
        if (live.Index.Position > 0)
            return new KnownUnits(live.Index.Map, knownAt, AreShipped: false);
        var shipped = ShippedUnits.Read();
        return new KnownUnits(shipped.Map, shipped.Position, AreShipped: true);
    }

    /// <param name="named">An id, or the path of a plan file.</param>
    /// <param name="knownAt">A sequence the index holds.</param>
    public async Task<ReadPlan> FindAsync(string named, long knownAt, CancellationToken cancellation)
    {
        if (IsPath(named))
            return await ReadFileAsync(named, knownAt, cancellation);
        return List(knownAt).Plans.FirstOrDefault(plan => plan.Id.Value == named) is { } found
            ? new ReadPlan(found, [])
            : new ReadPlan(null, [QuestionRefusals.PlanUnknown(named, knownAt).Refusal]);
    }

    /// <summary>An id has neither slash nor such an ending.</summary>
    internal static bool IsPath(string named) =>
        named.AsSpan().ContainsAny('/', '\\') || FileEndings.Any(ending => named.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="IOException">The file cannot be read.</exception>
    private async Task<ReadPlan> ReadFileAsync(string path, long knownAt, CancellationToken cancellation)
    {
        // A file beyond the limit is not read to its end before it is refused.
        if (!FileEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || !File.Exists(path))
            return new ReadPlan(null, [PlanRefusals.FileUnknown(path)]);
        if (new FileInfo(path).Length > WorkbookLimits.Default.FileBytes)
            return new ReadPlan(null, [WorkbookRefusals.FileTooLarge(WorkbookLimits.Default.FileBytes)]);
        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        if (!path.EndsWith(Workbook, StringComparison.OrdinalIgnoreCase))
            return PlanFile.Read(bytes);
        try
        {
            var units = Units(knownAt);
            return PlanWorkbook.Read(WorkbookReader.Read(bytes), catalog, units.Map, units.KnownAt);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return new ReadPlan(null, [unreadable.Refusal]);
        }
    }
}
