using Ntm.Testing;

namespace Ntm.Host.Tests.PrivateClusters;

public sealed class DurabilityTests
{
    [Fact]
    public async Task A_commit_is_on_disk_unless_a_test_asks_otherwise()
    {
        var unsafeHome = new TestHome();
        await using var home = new TestHome { Options = unsafeHome.Options with { UnsafeNoFsyncForTests = false } };
        await using var cluster = await home.StartAsync();
        await cluster.DoAsync("alter system set fsync = off");
        await cluster.DisposeAsync();

        await using var again = await home.StartAsync();

        Assert.Equal("on", await again.SettingAsync("fsync"));
        Assert.Equal("on", await again.SettingAsync("full_page_writes"));
        Assert.Equal("on", await again.SettingAsync("synchronous_commit"));
    }
}
