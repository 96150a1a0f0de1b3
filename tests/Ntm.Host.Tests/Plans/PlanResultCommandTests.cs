using Ntm.Testing;

namespace Ntm.Host.Tests.Plans;

/// <summary><c>ntm plan result</c>, <c>tasks</c> and <c>schedule</c> as typed.</summary>
public sealed class PlanResultCommandTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Plan = "van-quan.15-kh-ubnd-2018";

    private readonly PlanDesk _desk = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        Assert.Equal(0, (await _desk.RunAsync("import", PlanFiles.VanQuanPlan)).Exit);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Every_target_is_told_with_what_became_of_it()
    {
        var run = await _desk.RunAsync("result", Plan, "--on", "2018-12-31", "--known-at", "26");
        Assert.Equal(0, run.Exit);
        Snapshot.Verify((await _desk.RunAsync("result", Plan, "--on", "2018-12-31")).Output);
    }

    [Fact]
    public async Task Tasks_are_told_with_their_days() => Snapshot.Verify((await _desk.RunAsync("tasks", Plan, "--on", "2018-07-15")).Output);

    [Fact]
    public async Task Inspections_are_scheduled_once_and_a_trial_schedules_none()
    {
        var before = (await _desk.EntriesAsync()).Length;
        var trial = await _desk.RunAsync("schedule", Plan, "--dry-run");
        Assert.Equal(before, (await _desk.EntriesAsync()).Length);

        var first = await _desk.RunAsync("schedule", Plan);
        var again = await _desk.RunAsync("schedule", Plan);

        Assert.Contains("Sẽ lên lịch 24 lần kiểm tra, chưa ghi gì", trial.Output, StringComparison.Ordinal);
        Assert.Contains("Đã lên lịch 24 lần kiểm tra, 0 lần đã có", first.Output, StringComparison.Ordinal);
        Assert.Contains("Đã lên lịch 0 lần kiểm tra, 24 lần đã có", again.Output, StringComparison.Ordinal);
        Assert.Equal(before + 24, (await _desk.EntriesAsync()).Length);
    }

    [Theory]
    [InlineData("result")]
    [InlineData("tasks")]
    [InlineData("schedule")]
    public async Task A_plan_nobody_recorded_is_refused(string command)
    {
        var run = await _desk.RunAsync(command, "khong-co");
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("plan.unknown:", run.Error, StringComparison.Ordinal);
    }
}
