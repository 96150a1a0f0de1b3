using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Demo.Country;
using Ntm.Host.PrivateClusters;
using Ntm.Host.Recording;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm demo --scale N</c>: the synthetic country, recorded like any file; a record that holds some of it goes on from there.</summary>
internal static class DemoCountry
{
    private const int BufferBytes = 1024 * 1024;

    internal static bool TryParseScale(string text, [NotNullWhen(true)] out CountrySize? size)
    {
        size = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var scale) && scale is > 0 and <= CountrySize.LargestScale
            ? CountrySize.At(scale)
            : null;
        return size is not null;
    }

    internal static async Task<int> RefuseScaleAsync(CommandContext context)
    {
        await context.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"--scale: một số lớn hơn 0 và không quá {CountrySize.LargestScale}, ví dụ 0.1, và không cùng --no-synthetic · a number above 0 and at most {CountrySize.LargestScale}, such as 0.1, and not with --no-synthetic"));
        return ExitCodes.Usage;
    }

    /// <returns>False where it was refused or stopped, and said so.</returns>
    internal static async Task<bool> RecordAsync(CommandContext context, RecordSession session, CountrySize size, CancellationToken cancellation)
    {
        using var country = new SyntheticCountry(session.Catalog, size).Entries().GetEnumerator();
        if (!await StandsAsync(session, country, cancellation))
        {
            await context.Error.WriteLineAsync(DemoCommand.HoldsOtherData);
            return false;
        }

        var folder = session.Cluster is null ? Path.GetTempPath() : PrivateClusterOptions.FromEnvironment(context.Variable).Home;
        var path = Path.Combine(folder, $"country-{Guid.NewGuid():N}.ndjson");
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose, BufferSize = BufferBytes,
        });
        CountryLines.Write(file, country, cancellation);
        await file.FlushAsync(cancellation);

        var stood = session.Live.Index.Position;
        var import = new FileImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today, session.Time);
        var result = await import.RunAsync(() => File.OpenRead(path), new Act("local", null, "demo", null), new ImportReport(context), cancellation);
        result = result with { Repeated = result.Repeated + stood };
        if (await ImportCommand.ReportAsync(context, result) != ExitCodes.Done)
            return false;
        await context.Output.WriteLineAsync("Cả nước này là tưởng tượng, mọi ghi chú là [synthetic] · this country is made up, and every note says [synthetic]");
        return true;
    }

    /// <summary>Goes on to the last entry that stands: what is left of the country is still to be recorded.</summary>
    /// <returns>False where the record holds anything else.</returns>
    // Its lines are recorded in their order: where the last of the record is the one of that number, all before it are the country's.
    private static async Task<bool> StandsAsync(RecordSession session, IEnumerator<SaidEntry> country, CancellationToken cancellation)
    {
        var head = session.Live.Index.Position;
        for (var passed = 0L; passed < head; passed++)
            if (!country.MoveNext())
                return false;
        await foreach (var last in session.Record.ReadAsync(head - 1, head, null, cancellation))
            return last.Id == country.Current.Id;
        return true;
    }
}
