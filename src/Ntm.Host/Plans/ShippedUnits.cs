using System.Reflection;
using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Projections.Index;

namespace Ntm.Host.Plans;

/// <summary>The units of the plans that come with the program, as a record of its own: what a plan is held against while the record is empty.</summary>
internal static class ShippedUnits
{
    private static readonly string[] Files = ["units.ndjson", "plans/hoa-binh-18-kh-ubnd-2018/units.ndjson"];

    internal static RecordIndex Read()
    {
        var index = new RecordIndex();
        index.Apply(Files.SelectMany(LinesOf).Select((line, place) => new RecordedEntry(
            place + 1, DateTimeOffset.UnixEpoch, line.Id!.Value, line.Entry, StreamId.Of((DatedEntry)line.Entry), 1, null)));
        return index;
    }

    private static IEnumerable<SubmittedLine> LinesOf(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return LineReader.Read(1, Encoding.UTF8.GetBytes(line)).Submitted ?? throw new InvalidDataException(file);
    }
}
