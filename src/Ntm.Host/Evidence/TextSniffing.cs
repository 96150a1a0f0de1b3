using System.Text;

namespace Ntm.Host.Evidence;

/// <summary>Text in UTF-8 that no program takes for a page or a script.</summary>
internal static class TextSniffing
{
    private const int PieceBytes = 64 * 1024;

    // A browser that guesses, or a person who renames the file, must not get a page out of it.
    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<object", "<embed", "<?xml", "<?php"];
    private static readonly int Longest = Markup.Max(mark => mark.Length);

    internal static async Task<bool> IsPlainAsync(Stream file, CancellationToken cancellation)
    {
        file.Position = 0;
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[PieceBytes];
        // The end of the piece before stays in front: a mark may lie across two.
        var text = new char[Longest + PieceBytes];
        var (kept, isFirst) = (0, true);
        try
        {
            while (true)
            {
                var read = await file.ReadAsync(bytes, cancellation);
                var length = kept + decoder.GetChars(bytes.AsSpan(0, read), text.AsSpan(kept), flush: read == 0);
                if (!IsPlain(text.AsSpan(0, length), ref isFirst))
                    return false;
                if (read == 0)
                    return true;
                var keep = Math.Min(length, Longest - 1);
                text.AsSpan(length - keep, keep).CopyTo(text);
                kept = keep;
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsPlain(ReadOnlySpan<char> text, ref bool isFirst)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\f'))
                return false;
        }

        foreach (var mark in Markup)
        {
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        if (!isFirst)
            return true;
        var begun = text.TrimStart('\uFEFF').TrimStart();
        isFirst = begun.IsEmpty;
        return !(begun.StartsWith("<") || begun.StartsWith("#!") || begun.StartsWith("%!"));
    }
}
