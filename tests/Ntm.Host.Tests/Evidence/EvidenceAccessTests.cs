using Ntm.Domain.Access;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.Host.Evidence;
using Ntm.Testing;

namespace Ntm.Host.Tests.Evidence;

/// <summary>A file may name people: it is opened where it concerns the office's area, and by whom handed it in.</summary>
public sealed class EvidenceAccessTests(RunningHost host) : IClassFixture<RunningHost>, IAsyncLifetime
{
    private readonly byte[] _file = SampleFiles.Pdf("ai được mở");
    private readonly byte[] _borrowed = SampleFiles.Pdf("chỉ nêu mã băm");

    private EvidenceDesk Desk => new(host.Session.Evidence, host.Session.Record, host.Session.Live, () => host.Session.Questions.Today);

    public async ValueTask InitializeAsync()
    {
        await host.Client.TellAsync(
            """{"type":"unit_established","unit":"van-quan","name":"Văn Quan","level":"district","effectiveOn":"2010-01-01","id":"00000000-0000-4000-8000-000000000101"}""",
            """{"type":"unit_established","unit":"cao-loc","name":"Cao Lộc","level":"district","effectiveOn":"2010-01-01","id":"00000000-0000-4000-8000-000000000102"}""",
            """{"type":"unit_established","unit":"van-quan.van-an","name":"Văn An","level":"commune","parent":"van-quan","effectiveOn":"2010-01-01","id":"00000000-0000-4000-8000-000000000001"}""",
            EvidenceDraft.Finding(2, SampleFiles.HashOf(_file)), EvidenceDraft.Finding(3, SampleFiles.HashOf(_borrowed)));
        await Desk.ReceiveAsync(new MemoryStream(_file), "a.pdf", new Act("local", null, "test", null), CancellationToken.None);
        await Desk.ReceiveAsync(new MemoryStream(_borrowed), "b.pdf", new Act("cao-loc.mot", new Office(Role.CommuneOfficer, UnitId.Parse("cao-loc")), "test", null), CancellationToken.None);
        await Desk.ReceiveAsync(new MemoryStream(_file), "a.pdf", new Act("cao-loc.mot", new Office(Role.CommuneOfficer, UnitId.Parse("cao-loc")), "test", null), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("van-quan.hai", "van-quan", true)]
    [InlineData("van-quan.hai", "van-quan.van-an", true)]
    [InlineData("tinh.ba", null, true)]
    [InlineData("cao-loc.mot", "cao-loc", true)]
    [InlineData("cao-loc.hai", "cao-loc", false)]
    [InlineData("nobody", "not-there", false)]
    public async Task An_office_opens_what_concerns_its_area(string actor, string? area, bool may)
    {
        var office = new Office(Role.CriterionOffice, area is null ? null : UnitId.Parse(area));
        var refusal = await Desk.RefusalOfOpeningAsync(SampleFiles.HashOf(_file), new Act(actor, office, "test", null), CancellationToken.None);
        Assert.Equal(may ? null : "access.area", refusal?.Code);
    }

    [Fact]
    public async Task Whoever_only_names_the_hash_of_a_file_opens_nothing()
    {
        var act = new Act("van-quan.hai", new Office(Role.CriterionOffice, UnitId.Parse("van-quan")), "test", null);
        Assert.Equal("access.area", (await Desk.RefusalOfOpeningAsync(SampleFiles.HashOf(_borrowed), act, CancellationToken.None))?.Code);
    }

    [Fact]
    public async Task While_nobody_has_an_account_everybody_on_the_machine_may() =>
        Assert.Equal(_file, await host.Client.GetByteArrayAsync(new Uri($"/api/evidence/{SampleFiles.HashOf(_file)}", UriKind.Relative)));
}
