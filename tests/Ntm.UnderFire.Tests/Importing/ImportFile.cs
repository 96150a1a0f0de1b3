using System.Globalization;
using System.Text;
using Ntm.UnderFire.Tests.Saying;

namespace Ntm.UnderFire.Tests.Importing;

/// <summary>
/// A file as another system might hand it over: a country, then findings, every other one without an id of its own, and now and then a
/// correction. Deleted in the end.
/// </summary>
internal sealed class ImportFile(int seed, int lines) : IDisposable
{
    private const int Writer = 1;

    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-import-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "lines.ndjson");

    /// <summary>How many entries the lines become.</summary>
    public int Entries { get; private set; }

    public async Task WriteAsync(CancellationToken cancellation)
    {
        var country = Country.Established();
        await using var file = new StreamWriter(Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 20);
        foreach (var unit in country)
            await file.WriteLineAsync(unit.AsMemory(), cancellation);
        for (var number = 0; number < lines - country.Length; number++)
            await file.WriteLineAsync(Line(number).AsMemory(), cancellation);
        Entries = lines + Enumerable.Range(0, lines - country.Length).Count(IsCorrection);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The line before it has an id, by which it is corrected.
    private static bool IsCorrection(int number) => number % 1000 == 999;

    private string Line(int number) => IsCorrection(number)
        ? $$"""{"type":"entry_corrected","unit":"{{Country.Commune(number - 1)}}","entry":"{{LineId.Of(seed, Writer, number - 1)}}","reason":"sai","replacement":{{Finding(number - 1, withId: false)}}}"""
        : Finding(number, withId: number % 2 == 0);

    private string Finding(int number, bool withId)
    {
        var id = withId ? $"\"id\":\"{LineId.Of(seed, Writer, number)}\"," : "";
        var day = new DateOnly(2017, 1, 1).AddDays((int)((long)number * 7 % 1800));
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"type":"{{((number % 3) == 0 ? "criterion_attained" : "criterion_not_attained")}}",{{id}}"unit":"{{Country.Commune(number)}}","effectiveOn":"{{day:yyyy-MM-dd}}","set":"ntm-2016-2020","criterion":{{1 + (number / 200 % 19)}},"basis":{"number":"{{number % 900}}/BC-UBND","date":"2018-06-30","issuer":"UBND huyện"},"assessedBy":"district"}""");
    }
}
