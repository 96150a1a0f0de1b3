using Marten;
using Npgsql;

namespace Ntm.CritterStack.Tests;

/// <summary>Every append first reserves its numbers; the database refuses one that did not. docs/reference/marten.md shows this file.</summary>
internal static class PlaceInTheOrder
{
    /// <summary>Begins the session's transaction and reserves, waiting for an append in flight. What is read afterwards is the newest.</summary>
    /// <param name="events">Exactly how many events the session will save.</param>
    public static async Task ReserveAsync(this IDocumentSession session, int events, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand("select ntm.begin_append($1)", session.Connection) { Parameters = { new() { Value = (long)events } } };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>Reserves for every session of a store what it is about to save, so that code which appends need not know of the order.</summary>
internal sealed class ReservingListener : DocumentSessionListenerBase
{
    public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        var events = session.PendingChanges.Streams().Sum(stream => stream.Events.Count);
        return events == 0 ? Task.CompletedTask : session.ReserveAsync(events, token);
    }
}
