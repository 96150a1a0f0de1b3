using Ntm.Host.Tests.CommandLine;
using Ntm.Host.Tests.Reading;
using Ntm.Host.Views;
using Ntm.Projections.Views;
using Ntm.Testing;

namespace Ntm.Host.Tests.Views;

public sealed class CheckTests(TestCluster cluster)
{
    [Fact]
    public async Task A_sound_record_agrees_and_the_check_brings_the_views_up_to_date_first()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 21, entries: 120);

        var check = await TypedCommand.RunAsync(views.Database.ConnectionString, "check");

        Assert.Equal(0, check.Exit);
        Assert.Contains($"up to entry {views.Head}", check.Output, StringComparison.Ordinal);
        Assert.All(await ViewPosition.ReadAsync(views.Session.ViewConnections, TestContext.Current.CancellationToken), view => Assert.Equal(views.Head, view.Position));
    }

    [Theory]
    [InlineData("finding", "update ntm.finding set status = 'lost' where sequence = (select min(sequence) from ntm.finding where status <> 'lost')", "status=lost")]
    [InlineData("finding", "delete from ntm.finding where sequence = (select max(sequence) from ntm.finding)", "nothing")]
    [InlineData("finding", "update ntm.finding set retracted_at = 1 where sequence = (select min(sequence) from ntm.finding where retracted_at is null)", "retracted_at=1")]
    [InlineData("finding_period", "update ntm.finding_period set effect_to = '2001-02-03' where ctid = (select max(ctid) from ntm.finding_period)", "effect_to=2001-02-03")]
    [InlineData("finding_period", "insert into ntm.finding_period select sequence, 999999, record_to, effect_from, effect_to, criterion, opened_by, closed_by, unit, criteria_set, assessed_by, status from ntm.finding_period limit 1", "record_from=999999")]
    [InlineData("unit_period", "update ntm.unit_period set name = 'Xã khác' where ctid = (select min(ctid) from ntm.unit_period)", "name=Xã khác")]
    [InlineData("unit_period", "update ntm.unit_period set effect_from = '0001-01-01' where ctid = (select min(ctid) from ntm.unit_period)", "nothing")]
    [InlineData("finding", "update ntm.projection set digest = decode(repeat('00', 32), 'hex') where name = 'finding'", "finding: digest")]
    public async Task An_altered_row_is_named_with_what_is_there_and_what_should_be(string view, string alteration, string said)
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 22, entries: 150);
        await views.CatchUpAsync();
        await views.Database.DoAsync(alteration);

        var check = await TypedCommand.RunAsync(views.Database.ConnectionString, "check");

        Assert.Equal(1, check.Exit);
        Assert.StartsWith($"{view}: ", check.Error, StringComparison.Ordinal);
        Assert.Contains(said, check.Error, StringComparison.Ordinal);
        Assert.Contains("ntm rebuild", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_missing_where_a_finding_should_be_closed_is_found()
    {
        await using var views = await KeptViews.OfAsync(cluster, seed: 23, entries: 150);
        await views.CatchUpAsync();
        await views.Database.DoAsync("delete from ntm.finding_period where record_to is null and unit = (select min(unit) from ntm.finding_period)");
        await views.RecordAsync(RandomHistory.Create(123, entries: 60));

        var check = await TypedCommand.RunAsync(views.Database.ConnectionString, "check");

        Assert.Equal(1, check.Exit);
        Assert.StartsWith("finding_period: unit ", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_as_such()
    {
        var nowhere = new Npgsql.NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = "nowhere" }.ConnectionString;

        Assert.Equal(3, (await TypedCommand.RunAsync(nowhere, "check")).Exit);
        Assert.Equal(2, (await TypedCommand.RunAsync(nowhere, "rebuild", "khong_co")).Exit);
    }

    [Fact]
    public void An_index_that_lacks_a_finding_or_knows_another_is_named()
    {
        var record = RecordInMemory.Of(RandomHistory.Create(24, entries: 150));
        var sets = RecordInMemory.Catalog.Sets;
        Assert.Null(IndexComparison.FirstDifference(record.Index, record.Index, sets, record.Entries.Count));

        var last = record.Entries.Last(entry => entry.Entry is Domain.Findings.FindingEntry);
        var fewer = new Projections.Index.RecordIndex();
        fewer.Apply(record.Entries.Take((int)last.Sequence - 1));
        Assert.Null(IndexComparison.FirstDifference(fewer, record.Index, sets, last.Sequence - 1));

        var difference = IndexComparison.FirstDifference(fewer, record.Index, sets, last.Sequence)!;
        var finding = (Domain.Findings.FindingEntry)last.Entry;
        Assert.Equal($"unit {finding.Unit}, set {finding.Set}, criterion {finding.Criterion}, entry {last.Id}", difference.Row);
        Assert.Null(difference.Found);
        Assert.StartsWith($"sequence={last.Sequence} ", difference.Expected, StringComparison.Ordinal);
    }
}
