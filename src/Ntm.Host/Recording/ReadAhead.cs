using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Ntm.Host.Recording;

/// <summary>Lets the source of a sequence work while its items are used, a few ahead and no more.</summary>
internal static class ReadAhead
{
    /// <summary>The same items in the same order; a fault of the source arrives where its item would have.</summary>
    internal static async IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T> source, int ahead, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var items = Channel.CreateBounded<T>(new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
        var filling = Task.Run(() => FillAsync(source, items.Writer, stopping.Token), CancellationToken.None);
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(cancellation))
                yield return item;
        }
        finally
        {
            await stopping.CancelAsync();
            await filling;
        }
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> items, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in source.WithCancellation(cancellation))
                await items.WriteAsync(item, cancellation);
            items.Complete();
        }
#pragma warning disable CA1031 // Handed to the reader, who throws it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            items.TryComplete(fault);
        }
    }
}
