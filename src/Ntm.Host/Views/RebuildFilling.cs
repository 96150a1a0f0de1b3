using System.Threading.Channels;
using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>Makes the rows of a fold on all processors while the database takes them in, each view over a connection of its own.</summary>
internal sealed class RebuildFilling(RebuildTables tables, IReadOnlyList<View> views, RecordFold fold)
{
    private const int Ahead = 8;

    private readonly Lock _adding = new();
    private readonly Dictionary<string, RollingDigest> _digests = views.ToDictionary(view => view.Name, _ => default(RollingDigest));
    private readonly Dictionary<string, Channel<ReadOnlyMemory<byte>>> _parts = views.ToDictionary(
        view => view.Name, _ => Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(Ahead) { SingleReader = true }));

    internal async Task RunAsync(CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var making = MakeAsync(stopping.Token);
        var filling = views.Select(view => FillAsync(view, stopping)).ToList();
        try
        {
            await Task.WhenAll(filling);
        }
        finally
        {
            await stopping.CancelAsync();
            await making.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task FillAsync(View view, CancellationTokenSource stopping)
    {
        try
        {
            await tables.FillAsync(view, _parts[view.Name].Reader.ReadAllAsync(stopping.Token), fold.Position, () => _digests[view.Name], stopping.Token);
        }
        catch
        {
            // Nobody waits for room in a channel that is emptied no more.
            await stopping.CancelAsync();
            throw;
        }
    }

    private async Task MakeAsync(CancellationToken cancellation)
    {
        try
        {
            if (_parts.ContainsKey(View.UnitPeriod.Name))
                await HandOnAsync(View.UnitPeriod, FreshRows.Units(fold), cancellation);
            Close(View.UnitPeriod, null);
            if (_parts.ContainsKey(View.Finding.Name) || _parts.ContainsKey(View.FindingPeriod.Name))
            {
                await Parallel.ForEachAsync(FreshRows.Parts(fold), cancellation, async (part, token) =>
                {
                    if (_parts.ContainsKey(View.Finding.Name))
                        await HandOnAsync(View.Finding, FreshRows.Findings(part), token);
                    if (_parts.ContainsKey(View.FindingPeriod.Name))
                        await HandOnAsync(View.FindingPeriod, FreshRows.Periods(part), token);
                });
            }

            Close(null, null);
        }
#pragma warning disable CA1031 // Handed to those who fill the tables, who throw it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Close(null, fault);
        }
    }

    private async ValueTask HandOnAsync<TRow>(View view, ViewChange<TRow> rows, CancellationToken cancellation) where TRow : IViewRow
    {
        lock (_adding)
            _digests[view.Name] = _digests[view.Name].Plus(rows.Digest);
        await _parts[view.Name].Writer.WriteAsync(rows.Added.Written, cancellation);
    }

    private void Close(View? only, Exception? fault)
    {
        foreach (var (name, parts) in _parts)
        {
            if (only is null || only.Name == name)
                parts.Writer.TryComplete(fault);
        }
    }
}
