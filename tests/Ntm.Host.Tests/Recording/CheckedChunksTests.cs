using System.Text;
using Ntm.Domain.Entries;
using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

/// <summary>What the check keeps of a file for the recording, and what is read again.</summary>
public sealed class CheckedChunksTests
{
    private static readonly Guid Retraction = new("10000000-0000-4000-8000-000000000001");
    private static readonly Guid Replacement = new("10000000-0000-4000-8000-000000000002");

    // A mark, blank lines, ends of Windows, a correction in two lines wherever the cuts fall, letters of several bytes.
    private static readonly string[] File =
    [
        "\uFEFF" + Lines.Established("giu"), "", Lines.Attained("giu", 1) + " \r", Correction(), Lines.Attained("giu", 2, id: Replacement), "  \r",
        Lines.WithoutId(Lines.Attained("giu", 3, note: "đạt từ đầu năm")), Lines.Attained("giu", 4), "", Lines.Attained("giu", 5), "",
    ];

    [Fact]
    public async Task However_much_is_kept_every_line_comes_once_in_its_order()
    {
        var all = await TogetherAsync(keepAtMost: 0, checkedBy: 100, recordedBy: 100);
        Assert.Equal([1, 3, 4, 5, 7, 8, 10], all.Select(line => line.Line));

        foreach (var checkedBy in Enumerable.Range(2, 5))
            foreach (var recordedBy in Enumerable.Range(2, 5))
                for (var bytes = 0; bytes <= Bytes().Length; bytes += 25)
                    Assert.Equal(all, await TogetherAsync(bytes, checkedBy, recordedBy));
    }

    [Fact]
    public async Task A_file_that_is_kept_whole_is_not_read_again()
    {
        var kept = await CheckAsync(keepAtMost: Bytes().Length, checkedBy: 3);

        Assert.Equal(7, kept.TakeOut(() => 100).Sum(piece => piece.Count));
        Assert.Empty(await RestAsync(kept.Rest, 100));
    }

    [Fact]
    public async Task No_piece_parts_a_correction_and_the_pieces_are_of_about_one_length()
    {
        foreach (var atMost in Enumerable.Range(2, 7))
        {
            var pieces = (await CheckAsync(keepAtMost: Bytes().Length, checkedBy: 100)).TakeOut(() => atMost).ToList();

            Assert.All(pieces, piece => Assert.InRange(piece.Count, 1, atMost));
            Assert.Contains(pieces, piece => piece.Exists(line => line.Id == Retraction) && piece.Exists(line => line.Id == Replacement));
        }

        var findings = new CheckedChunks();
        findings.Add(new ImportChunk([], Lines.Read([.. Enumerable.Range(0, 11).Select(_ => Lines.Attained("giu"))]), [], []));
        Assert.Equal([4, 4, 3], findings.TakeOut(() => 5).Select(piece => piece.Count));
    }

    private static string Correction() => Lines.Retracted("giu", Guid.Empty, Retraction)
        .Replace($"\"{Guid.Empty}\"", $"\"{new Guid("10000000-0000-4000-8000-000000000003")}\",\"replacedBy\":\"{Replacement}\"", StringComparison.Ordinal);

    private static async Task<List<SubmittedLine>> TogetherAsync(int keepAtMost, int checkedBy, int recordedBy)
    {
        var kept = await CheckAsync(keepAtMost, checkedBy);
        return [.. kept.TakeOut(() => recordedBy).SelectMany(piece => piece), .. await RestAsync(kept.Rest, recordedBy)];
    }

    private static async Task<CheckedChunks> CheckAsync(int keepAtMost, int checkedBy)
    {
        var kept = new CheckedChunks(keepAtMost);
        await foreach (var chunk in Chunks().ReadAsync(FilePlace.Beginning, () => checkedBy, TestContext.Current.CancellationToken))
        {
            Assert.Empty(chunk.Malformed);
            kept.Add(chunk);
        }

        return kept;
    }

    private static async Task<List<SubmittedLine>> RestAsync(FilePlace from, int lines)
    {
        var rest = new List<SubmittedLine>();
        await foreach (var chunk in Chunks().ReadAsync(from, () => lines, TestContext.Current.CancellationToken))
            rest.AddRange(chunk.Lines);
        return rest;
    }

    private static ImportChunks Chunks() => new(() => new MemoryStream(Bytes()), "00");

    private static byte[] Bytes() => Encoding.UTF8.GetBytes(string.Join('\n', File.Select(line => line.Trim('\n'))));
}
