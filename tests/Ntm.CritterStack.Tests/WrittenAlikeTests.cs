using System.Text;
using Ntm.Domain.Interchange;

namespace Ntm.CritterStack.Tests;

/// <summary>The same entries written by both, compared column by column and as our host reads them.</summary>
public sealed class WrittenAlikeTests(RecordAndMartenWithSamples written) : IClassFixture<RecordAndMartenWithSamples>
{
    [Fact]
    public async Task Marten_writes_every_entry_as_we_do_and_we_read_it_back()
    {
        var both = written.Both;
        await using (var session = both.Marten.LightweightSession())
        {
            session.LastModifiedBy = "thu-ky";
            foreach (var entry in written.Recorded)
                session.Events.Append("copy-" + entry.Stream, entry.Entry);
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("", await both.ScalarAsync<string>("""
            select coalesce(string_agg(format('%s: %s instead of %s', o.type, c.data, o.data), e'\n' order by o.seq_id), '')
              from ntm.mt_events o join ntm.mt_events c on c.stream_id = 'copy-' || o.stream_id and c.version = o.version
             where (o.data::text, o.bdata, o.type, o.tenant_id, o.mt_dotnet_type, o.user_name, o.is_archived)
                   is distinct from (c.data::text, c.bdata, c.type, c.tenant_id, c.mt_dotnet_type, c.user_name, c.is_archived)
            """));

        var copies = await both.ReadAsync(after: written.Recorded[^1].Sequence);
        Assert.Equal(written.Recorded.Count, copies.Count);
        foreach (var (copy, original) in copies.OrderBy(entry => entry.Stream, StringComparer.Ordinal).ThenBy(entry => entry.Version)
            .Zip(written.Recorded.OrderBy(entry => entry.Stream, StringComparer.Ordinal).ThenBy(entry => entry.Version)))
        {
            Assert.Equal("copy-" + original.Stream, copy.Stream);
            Assert.True(LineWriter.SayTheSame(original.Entry, copy.Entry), Encoding.UTF8.GetString(LineWriter.WriteStored(copy.Entry)));
            Assert.Equal("thu-ky", copy.RecordedBy);
        }

        await both.AssertOrderAsync();
    }
}
