using System.Text;
using System.Text.Json;

namespace Ntm.UnderFire.Tests.Saying;

/// <summary>Lines sent together, and what the answer to them has to be.</summary>
internal sealed record Batch(int Seed, int Writer, int First, int Entries, byte[] Body)
{
    public static Batch Of(WhatIsSaid said, int seed, int writer, int first, int each, int size)
    {
        var lines = new StringBuilder();
        var next = first;
        while (next < each && next < first + size)
        {
            var (line, entries) = said.Line(writer, next);
            lines.Append(line).Append('\n');
            next += entries;
        }

        return new Batch(seed, writer, first, next - first, Encoding.UTF8.GetBytes(lines.ToString()));
    }

    /// <summary>The places the answer gives, or what is wrong with it: every id in its order, one append, all new or all repeated.</summary>
    public (IReadOnlyList<(long Sequence, long Stamp)> Places, string? Wrong) Read(byte[] answer, bool created)
    {
        var places = new List<(long Sequence, long Stamp)>(Entries);
        using var document = JsonDocument.Parse(answer);
        foreach (var entry in document.RootElement.GetProperty("entries").EnumerateArray())
        {
            var id = LineId.Of(Seed, Writer, First + places.Count);
            if (entry.GetProperty("id").GetString() != id)
                return (places, $"{id} was answered with {entry.GetRawText()}");
            if (entry.GetProperty("repeated").GetBoolean() == created)
                return (places, $"answered with {(created ? 201 : 200)}: {entry.GetRawText()}");
            places.Add((entry.GetProperty("sequence").GetInt64(), Stamp.Parse(entry.GetProperty("recordedAt").GetString()!)));
            if (places.Count > 1 && (places[^1].Sequence != places[^2].Sequence + 1 || places[^1].Stamp <= places[^2].Stamp))
                return (places, $"not one after the other in one append: {entry.GetRawText()}");
        }

        return (places, places.Count == Entries ? null : $"{Entries} entries were sent, {places.Count} answered");
    }
}
