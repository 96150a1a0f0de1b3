using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Ntm.Domain.Interchange;

/// <summary>Reads JSON strings as they stand in the line, without making a string of each that is only looked at.</summary>
internal static class JsonString
{
    /// <summary>Room for the characters of whatever has a form: a day, an id, a name of the interchange.</summary>
    internal const int Room = RecurringTexts.LongestLength;

    /// <exception cref="InvalidOperationException">Half a surrogate pair.</exception>
    internal static string Of(JsonElement value, RecurringTexts? texts)
    {
        Span<char> room = stackalloc char[Room];
        return texts is not null && TryCopy(JsonMarshal.GetRawUtf8Value(value)[1..^1], room, out var length) ? texts.Of(room[..length]) : value.GetString()!;
    }

    /// <exception cref="InvalidOperationException">Half a surrogate pair.</exception>
    internal static string NameOf(JsonProperty member, RecurringTexts? texts)
    {
        Span<char> room = stackalloc char[Room];
        return texts is not null && TryCopy(JsonMarshal.GetRawUtf8PropertyName(member), room, out var length) ? texts.Of(room[..length]) : member.Name;
    }

    /// <summary>The characters of a string, in the room where they fit.</summary>
    /// <param name="room">At least <see cref="Room"/> characters.</param>
    /// <returns>False for half a surrogate pair.</returns>
    internal static bool TryRead(JsonElement value, Span<char> room, out ReadOnlySpan<char> text)
    {
        if (TryCopy(JsonMarshal.GetRawUtf8Value(value)[1..^1], room, out var length))
        {
            text = room[..length];
            return true;
        }

        try
        {
            text = value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    // What is escaped, long or not UTF-8 is left to the runtime.
    private static bool TryCopy(ReadOnlySpan<byte> raw, Span<char> room, out int length)
    {
        length = 0;
        return raw.Length <= room.Length && !raw.Contains((byte)'\\')
            && Utf8.ToUtf16(raw, room, out _, out length, replaceInvalidSequences: false) == OperationStatus.Done;
    }
}
