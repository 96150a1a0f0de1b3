using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recording;
using Ntm.EventStore.Append;

namespace Ntm.Host.Recording;

/// <summary>The findings that the accounts which record now have recorded before: who recorded does not verify.</summary>
internal sealed class FoundByActors
{
    internal static readonly FoundByActors Nobody = new();

    private static readonly IReadOnlyList<string> FindingTypes =
        [.. EntryTypes.All.Where(type => type.ClrType.IsAssignableTo(typeof(FindingEntry))).Select(type => type.Name)];

    private readonly Dictionary<string, IReadOnlyList<RecordedEntry>> _byActor = [];

    /// <summary>Whether what was found before bears on it: it can then be judged inside the order only.</summary>
    internal static bool BearsOn(Submission submission) =>
        submission.Act.Office is not null && (submission.Lines.Any(line => line.Named is not null) || FindingsOf(submission).Any());

    /// <summary>Read while the order is held, so that nobody records on two hosts what one would refuse.</summary>
    internal static async Task<FoundByActors> ReadAsync(AppendTransaction order, IEnumerable<Submission> submissions, CancellationToken cancellation)
    {
        var found = new FoundByActors();
        foreach (var actor in submissions.Where(BearsOn).GroupBy(submission => submission.Act.Actor))
        {
            var streams = actor.SelectMany(FindingsOf).Select(finding => StreamId.Of(finding.Unit)).ToHashSet();
            found._byActor[actor.Key] = await order.EntriesOfAsync(actor.Key, streams, FindingTypes, cancellation);
        }

        return found;
    }

    /// <param name="sayingNow">What this transaction will append beside it.</param>
    internal ILookup<FoundCriterion, Assessor> StandingOf(string actor, IEnumerable<EntryToAppend> sayingNow, Register register) =>
        _byActor.GetValueOrDefault(actor, []).Select(recorded => (recorded.Id, recorded.Entry))
            .Concat(sayingNow.Where(entry => entry.Act.Actor == actor).Select(entry => (entry.Entry.Id, entry.Entry.Entry)))
            .Where(said => said.Entry is FindingEntry && !register.IsRetracted(said.Id))
            .Select(said => (FindingEntry)said.Entry)
            .ToLookup(finding => new FoundCriterion(finding.Unit, finding.Set, finding.Criterion), finding => finding.AssessedBy);

    private static IEnumerable<FindingEntry> FindingsOf(Submission submission) =>
        submission.Lines.SelectMany(line => line.Replacement is { } replacement ? new[] { line.Entry, replacement.Entry } : [line.Entry])
            .OfType<FindingEntry>().Where(finding => AccessJudge.KeepsFourEyesOn(finding.AssessedBy));
}
