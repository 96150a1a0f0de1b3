using System.Globalization;
using Npgsql;

namespace Ntm.UnderFire.Tests.Saying;

/// <summary>
/// A foreign program that appends by SQL: it reserves its numbers, inserts, and commits long afterwards. What is asked about an instant
/// in between has to wait for it, or be right for ever.
/// </summary>
internal sealed class HeldAppends
{
    public const int Entries = 5;

    private long _openSince;
    private int _asked;

    /// <summary>Numbers of <see cref="LineId.Foreign"/> whose commit was answered, and those of which nobody knows.</summary>
    public HashSet<int> Committed { get; } = [];

    public HashSet<int> Unknown { get; } = [];

    /// <summary>When the transaction that is open now had its numbers; null where none is.</summary>
    public long? OpenSince => Interlocked.Read(ref _openSince) is var since and > 0 ? since : null;

    /// <summary>A question for an instant inside is being sent; without one a transaction was held open for nothing.</summary>
    public void Asked() => Interlocked.Increment(ref _asked);

    /// <summary>Spread over the run; one that PostgreSQL is killed under is tried again.</summary>
    public async Task HoldAsync(Run run)
    {
        for (var (held, attempt) = (0, 0); held < run.Scale.HeldTimes; attempt++)
        {
            var due = (long)run.Scale.Entries * (held + 1) / (run.Scale.HeldTimes + 1);
            while (run.Acknowledged.Count < due)
                await Task.Delay(TimeSpan.FromMilliseconds(20), run.Stopped);
            held += await TryHoldAsync(run, attempt * Entries) ? 1 : 0;
        }
    }

    private async Task<bool> TryHoldAsync(Run run, int first)
    {
        var numbers = Enumerable.Range(first, Entries);
        var committing = false;
        try
        {
            await using var connection = await run.Server.ConnectAsync(run.Stopped);
            await using var transaction = await connection.BeginTransactionAsync(run.Stopped);
            await AppendAsync(connection, transaction, numbers.Select(number => LineId.Of(run.Seed, LineId.Foreign, number)), run.Stopped);
            Interlocked.Exchange(ref _openSince, Stamp.Of(Run.Now));
            await Task.Delay(run.Scale.Held, run.Stopped);
            while (Volatile.Read(ref _asked) == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(20), run.Stopped);
            committing = true;
            await transaction.CommitAsync(run.Stopped);
            Committed.UnionWith(numbers);
            return true;
        }
        catch (NpgsqlException)
        {
            if (committing)
                Unknown.UnionWith(numbers);
            await Task.Delay(TimeSpan.FromMilliseconds(200), run.Stopped);
            return false;
        }
        finally
        {
            Interlocked.Exchange(ref _openSince, 0);
        }
    }

    private static async Task AppendAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IEnumerable<string> ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $$"""
            select ntm.begin_append({{Entries}});
            update ntm.mt_streams set version = version + {{Entries}} where id = 'unit-{{Country.OfForeigner}}';
            insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, headers, user_name)
            select nextval('ntm.mt_events_sequence'), said.id::uuid, s.id, s.version - {{Entries}} + said.place,
                   '{"unit":"{{Country.OfForeigner}}","effectiveOn":"2019-01-01","set":"ntm-2016-2020","criterion":5,"assessedBy":"province"}',
                   'criterion_attained', now(), 'Ntm.Domain.Findings.CriterionAttained, Ntm.Domain', '{"client":"foreign"}', 'foreign'
              from ntm.mt_streams s, unnest(string_to_array('{{string.Join(',', ids)}}', ',')) with ordinality as said (id, place)
             where s.id = 'unit-{{Country.OfForeigner}}'
             order by said.place
            """), connection, transaction);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
