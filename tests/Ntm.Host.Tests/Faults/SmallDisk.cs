using System.Diagnostics;
using Ntm.Host.Tests.PrivateClusters;
using Ntm.Testing;

namespace Ntm.Host.Tests.Faults;

/// <summary>A private cluster whose data lie on a small file system of their own, which can be filled to the last byte.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _data;

    private SmallDisk(TestHome home, string data) => (Home, _data) = (home, data);

    public TestHome Home { get; }

    private string Ballast => Path.Combine(_data, "ballast");

    /// <summary>Skips the test where nothing may be mounted.</summary>
    public static async Task<SmallDisk> CreateAsync(int megabytes)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may mount a small file system.");
        var home = new TestHome();
        string data;
        await using (var cluster = await home.StartAsync())
            data = await cluster.SettingAsync("data_directory");
        var aside = data + ".aside";
        Directory.Move(data, aside);
        Directory.CreateDirectory(data);
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", data) != 0)
        {
            await home.DisposeAsync();
            Assert.Skip("Mounting is not permitted here.");
        }

        Assert.Equal(0, await RunAsync("cp", "-a", aside + "/.", data));
        Directory.Delete(aside, recursive: true);
        return new SmallDisk(home, data);
    }

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var piece in (int[])[1024 * 1024, 4096])
        {
            try
            {
                while (true)
                    ballast.Write(new byte[piece]);
            }
            catch (IOException)
            {
                // Full.
            }
        }
    }

    public void Free() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Ntm.Host.PrivateClusters.ServerProcesses.Of(_data))
            ClusterQuestions.Kill(process);
        while (await RunAsync("umount", _data) != 0)
            await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        await Home.DisposeAsync();
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
