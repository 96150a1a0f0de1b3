using Ntm.EventStore.Tests.Support;

namespace Ntm.EventStore.Tests.Reading;

public sealed class PlanTests(StoreDatabase store) : IClassFixture<StoreDatabase>
{
    // Kept as it is made: what is planned on an empty table is what runs on a full one.
    [Theory]
    [InlineData("select e.id from ntm.mt_events e where e.seq_id > 7 and e.seq_id <= 9 order by e.seq_id limit 10")]
    [InlineData("select e.seq_id from ntm.mt_events e where e.id = any (array['00000000-0000-4000-8000-000000000001'::uuid])")]
    [InlineData("select s.version from ntm.mt_streams s where s.id = 'unit-van-quan'")]
    public async Task An_empty_table_is_read_by_its_keys_already(string question)
    {
        var plan = string.Join('\n', await store.Lesser.ListAsync<string>($"explain {question}"));

        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    // A scan that is forbidden and has no other way counts as costly beyond all measure, and costly plans are compiled.
    [Fact]
    public async Task What_has_no_key_is_not_compiled_for_it() => Assert.Equal("off", await store.Lesser.AskAsync<string>("show jit"));
}
