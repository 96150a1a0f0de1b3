using System.Text.Json;
using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Appending;

public sealed class StoredFormTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    [Fact]
    public async Task An_event_is_stored_as_Marten_stores_it()
    {
        using var origin = JsonDocument.Parse("""{"sequence":7}""");
        var established = Entries.Established("van-mong");
        var entry = established with
        {
            Entry = established.Entry with { Origin = origin.RootElement.Clone() },
            Act = new Act("lan", new Office(Role.CoordinationOffice, UnitId.Parse("van-quan"), [], "Văn phòng điều phối huyện Văn Quan"), "http", "trace-1"),
        };
        var recorded = await store.Record.AppendAsync(entry);

        var stored = await store.Owner.AskAsync<string>("""
            select jsonb_pretty(to_jsonb(e) - 'id' - 'timestamp' - 'seq_id') from ntm.mt_events e where id = $1
            """, entry.Entry.Id);
        Assert.Equal("""
            {
                "data": {
                    "name": "Vân Mộng",
                    "unit": "van-mong",
                    "level": "commune",
                    "effectiveOn": "2020-01-15"
                },
                "type": "unit_established",
                "bdata": null,
                "headers": {
                    "area": "van-quan",
                    "role": "coordination_office",
                    "client": "http",
                    "office": "Văn phòng điều phối huyện Văn Quan",
                    "origin": {
                        "sequence": 7
                    }
                },
                "version": 1,
                "stream_id": "unit-van-mong",
                "tenant_id": "*DEFAULT*",
                "user_name": "lan",
                "is_archived": false,
                "causation_id": null,
                "correlation_id": "trace-1",
                "mt_dotnet_type": "Ntm.Domain.Units.UnitEstablished, Ntm.Domain"
            }
            """, stored, ignoreLineEndingDifferences: true);
        Assert.Equal("lan", recorded[0].RecordedBy);
    }

    [Fact]
    public async Task What_is_read_is_what_was_recorded()
    {
        Guid wrong = Guid.NewGuid(), right = Guid.NewGuid();
        var recorded = await store.Record.AppendAsync(
            Entries.Established("tan-lang"),
            Entries.Attained("tan-lang", version: 2, wrong),
            Entries.Retracted("tan-lang", wrong, right, version: 3),
            Entries.Attained("tan-lang", version: 4, right));

        Assert.Equal<RecordedEntry>(recorded, await store.Record.ReadAllAsync(recorded[0].Sequence - 1));
    }

    [Fact]
    public async Task Marten_can_append_after_us()
    {
        var recorded = await store.Record.AppendAsync(Entries.Established("na-sam"));

        Assert.Equal(recorded[^1].Sequence, await store.Owner.AskAsync<long>("select last_value from ntm.mt_events_sequence"));
        Assert.True(await store.Owner.AskAsync<bool>("select is_called from ntm.mt_events_sequence"));
    }
}
