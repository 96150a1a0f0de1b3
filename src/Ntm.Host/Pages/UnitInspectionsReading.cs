using System.Globalization;
using System.Text;
using Ntm.Domain.Access;
using Ntm.Domain.Criteria;
using Ntm.Domain.Interchange;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.Host.Access;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.Inspections;

namespace Ntm.Host.Pages;

/// <summary>What the page of a unit's inspections shows.</summary>
public sealed record UnitInspectionsView(string Unit, string Title, InspectionsAnswer? Answer, CriteriaSet? Set, Refusal? Refusal, int HttpStatus)
{
    internal string Query => string.Create(CultureInfo.InvariantCulture, $"on={VietnamCalendar.Format(Answer!.On)}&knownAt={Answer.KnownAt.Sequence}");

    /// <summary>Schedules that wait for their inspection.</summary>
    internal IEnumerable<InspectionRow> Waiting => Answer!.Inspections.Where(row => row is { Held: null, State: not "cancelled", Schedule: not null });

    /// <summary>Remarks nobody has reported done, or not to everybody's content.</summary>
    internal IEnumerable<RemedyRow> Open => Answer!.Remedies.Where(row => row.State is not ("closed" or "done")).DistinctBy(row => (row.Inspection, row.Criterion));

    /// <summary>Remarks a follow-up can speak of.</summary>
    internal IEnumerable<RemedyRow> Followable => Answer!.Remedies.Where(row => row.State != "closed").DistinctBy(row => (row.Inspection, row.Criterion));
}

/// <summary>Reads the page of a unit's inspections, and records what its forms say through the recorder, as any program would.</summary>
internal sealed class UnitInspectionsReading(QuestionResolver resolver, LiveRecord live, Recorder recorder, CriteriaCatalog catalog)
{
    private static readonly Dictionary<string, long> NoExpectations = [];

    internal IReadOnlyList<CriteriaSet> Sets => catalog.Sets;

    internal DateOnly Today => resolver.Today;

    internal async Task<UnitInspectionsView> ReadAsync(string unit, string? on, string? knownAt, string? set, CancellationToken cancellation)
    {
        await live.CatchUpToHeadAsync(cancellation);
        var resolved = await resolver.ResolveMomentAsync(on, knownAt, null, cancellation);
        if (resolved.Value is not { } asked)
            return Refused(unit, resolved.Refusal!);
        if (!UnitId.TryParse(unit, out var id) || InspectionsReading.Answer(live.Index, id, asked.On, asked.Sequence, catalog) is not { } answer)
            return Refused(unit, QuestionRefusals.UnitUnknown(unit, asked.Sequence));
        // Where nothing is in force on the day, the latest there is: the form says which.
        var criteria = (string.IsNullOrWhiteSpace(set) ? null : catalog.Find(new SetId(set.Trim()))) ?? catalog.InForceOn(asked.On) ?? catalog.Sets[^1];
        var name = answer.Name ?? live.Index.Register.Find(id)!.NameOn(DateOnly.MaxValue, asked.Sequence) ?? unit;
        return new UnitInspectionsView(unit, name, answer, criteria, null, StatusCodes.Status200OK);
    }

    /// <returns>What speaks against it; empty where it is recorded.</returns>
    internal async Task<IReadOnlyList<Refusal>> RecordAsync(string unit, InspectionForm form, Act act, CancellationToken cancellation)
    {
        var read = LineReader.Read(1, Encoding.UTF8.GetBytes(form.ToLine(unit).ToJsonString()));
        if (read.Submitted is not { } line)
            return read.Refusals;
        return await recorder.RecordAsync([line], act, NoExpectations, cancellation) switch
        {
            RecordingResult.Refused refused => [.. refused.Refusals.Select(refusal => refusal.Refusal)],
            _ => [],
        };
    }

    /// <summary>Whether the caller's role records such an entry at all; where, the recorder judges.</summary>
    internal static bool MayRecord(Caller caller, string type) =>
        caller.Office is not { } office || RecordingRights.All.Any(right => right.Types.Contains(type) && right.Roles.Contains(office.Role));

    private static UnitInspectionsView Refused(string unit, QuestionRefusal refusal) => new(unit, unit, null, null, refusal.Refusal, refusal.Status);
}
