using System.Collections.Concurrent;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Marten.Subscriptions;
using Ntm.Domain.Findings;

namespace Ntm.CritterStack.Tests;

/// <summary>A read model of Marten's: how many findings each unit has, counted, so that one missed or seen twice shows.</summary>
public sealed class FindingsOfUnit
{
    public string Id { get; set; } = "";

    public int Count { get; set; }
}

public sealed partial class FindingsOfUnitProjection : MultiStreamProjection<FindingsOfUnit, string>
{
    public FindingsOfUnitProjection() => Identity<FindingEntry>(entry => entry.Unit.Value);

    public static void Apply(FindingEntry _, FindingsOfUnit view) => view.Count++;
}

/// <summary>Writes down the number of every event the daemon hands over.</summary>
internal sealed class Witness : ISubscription
{
    private readonly ConcurrentQueue<long> _seen = new();

    public IReadOnlyCollection<long> Seen => _seen;

    public Task<IChangeListener> ProcessEventsAsync(EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        foreach (var handed in page.Events)
            _seen.Enqueue(handed.Sequence);
        return Task.FromResult<IChangeListener>(NullChangeListener.Instance);
    }
}
