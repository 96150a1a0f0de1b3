using Ntm.Domain.Refusals;
using Ntm.EventStore.Append;
using Ntm.Host.Questions;
using Ntm.Host.Tables;
using Ntm.Projections.Tables;
using Ntm.Testing;

namespace Ntm.Host.Tests.Tables;

/// <summary>
/// An office's desk: a province with two districts. Văn Quan has Văn An, Vân Mộng, Hòa Bình and Tú Xuyên; Bình Gia has a Hòa Bình of its own.
/// </summary>
public sealed class TableDesk(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Act Act = new("local", null, "test", null);

    public RunningHost Host { get; } = new(cluster);

    internal static TableText Asked { get; } = new()
    {
        Unit = "van-quan", On = "2018-06-30", AssessedBy = "district", BasisNumber = "45/BC-UBND", BasisDate = "2018-07-02", BasisIssuer = "UBND huyện Văn Quan",
    };

    internal static string[] Communes { get; } = ["Văn An", "Vân Mộng", "Hòa Bình", "Tú Xuyên"];

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        string Unit(string unit, string name, string level, string? parent) =>
            $$"""{"type":"unit_established","unit":"{{unit}}","name":"{{name}}","level":"{{level}}","parent":{{(parent is null ? "null" : $"\"{parent}\"")}},"effectiveOn":"2010-01-01"}""";
        var told = await Host.Client.TellAsync(
            Unit("lang-son", "Lạng Sơn", "province", null), Unit("van-quan", "Văn Quan", "district", "lang-son"), Unit("binh-gia", "Bình Gia", "district", "lang-son"),
            Unit("van-quan.van-an", "Văn An", "commune", "van-quan"), Unit("van-quan.van-mong", "Vân Mộng", "commune", "van-quan"),
            Unit("van-quan.hoa-binh", "Hòa Bình", "commune", "van-quan"), Unit("van-quan.tu-xuyen", "Tú Xuyên", "commune", "van-quan"),
            Unit("van-quan.thi-tran", "Văn Quan", "township", "van-quan"), Unit("binh-gia.hoa-binh", "Hòa Bình", "commune", "binh-gia"));
        Assert.Equal(201, (int)told.Status);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static SheetDraft GoodTable() => OfficeTable.Of("Biểu 1", Communes);

    /// <summary>Hands the workbook in, and holds that nothing stands afterwards unless everything does.</summary>
    internal async Task<TableAnswer> ImportAsync(byte[] file, TableText? text = null, bool dryRun = false)
    {
        var before = await Host.Session.Live.CatchUpToHeadAsync(CancellationToken.None);
        var result = await RunAsync(file, text, dryRun);
        var answer = result.Value ?? throw new InvalidOperationException(result.Refusal!.Refusal.English);
        var after = await Host.Session.Live.CatchUpToHeadAsync(CancellationToken.None);
        Assert.Equal(before + (answer.Recorded?.New ?? 0), after);
        Assert.Equal(answer.IsClear && !dryRun, answer.Recorded is not null);
        return answer;
    }

    internal Task<TableAnswer> ImportAsync(SheetDraft sheet, TableText? text = null, bool dryRun = false) => ImportAsync(WorkbookDraft.Of(sheet), text, dryRun);

    internal Task<Resolved<TableAnswer>> RunAsync(byte[] file, TableText? text = null, bool dryRun = false)
    {
        var session = Host.Session;
        return new TableImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today)
            .RunAsync(file, text ?? Asked, dryRun, Act, CancellationToken.None);
    }

    internal async Task<Refusal> UnreadableAsync(byte[] file)
    {
        var before = await Host.Session.Live.CatchUpToHeadAsync(CancellationToken.None);
        var refused = await Assert.ThrowsAsync<UnreadableWorkbookException>(() => RunAsync(file));
        Assert.Equal(before, await Host.Session.Live.CatchUpToHeadAsync(CancellationToken.None));
        return refused.Refusal;
    }

    /// <summary>The doubts as <c>code cell</c>, in order.</summary>
    internal static IReadOnlyList<string> DoubtsOf(TableAnswer answer) => [.. answer.Doubts.Select(doubt => $"{doubt.Code} {doubt.Cell}")];
}
