using System.Diagnostics;
using System.Text;

namespace Ntm.Host.Tests.Faults;

/// <summary>The program itself, as a process of its own that can be sent signals.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _error = new();

    private HostProcess(string connectionString, string[] arguments)
    {
        // Who runs the tests in the background lets them ignore Ctrl-C, and what they start inherits that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT,QUIT", Path.Combine(AppContext.BaseDirectory, "ntm"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["NTM_DATABASE"] = connectionString;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_error)
                _error.AppendLine(line.Data);
        };
        _process.BeginErrorReadLine();
    }

    public string Error
    {
        get
        {
            lock (_error)
                return _error.ToString();
        }
    }

    public bool HasExited => _process.HasExited;

    public static HostProcess Start(string connectionString, params string[] arguments) => new(connectionString, arguments);

    /// <summary>A web host that listens already.</summary>
    public static async Task<(HostProcess Process, Uri Address)> ServeAsync(string connectionString)
    {
        var process = Start(connectionString, "serve", "--urls", "http://127.0.0.1:0");
        var line = await process._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return (process, new Uri(line ?? throw new InvalidOperationException(process.Error)));
    }

    /// <param name="signal">As the command kill names it.</param>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>The exit code; 128 and the number of the signal where a signal ended it.</returns>
    public async Task<int> EndAsync(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
