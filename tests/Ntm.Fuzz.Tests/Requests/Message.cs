using System.Globalization;
using System.Text;

namespace Ntm.Fuzz.Tests.Requests;

/// <summary>A request in the making: its parts, before they are bytes.</summary>
internal sealed class Message(string method, string path)
{
    public string Method { get; set; } = method;

    public string Path { get; set; } = path;

    public List<(string Name, string Value)> Query { get; } = [];

    public List<(string Name, string Value)> Headers { get; } = [];

    public byte[]? Body { get; set; }

    public string Target => Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query.Select(pair => $"{pair.Name}={pair.Value}"))}";

    public Message With(string name, string value)
    {
        Headers.Add((name, value));
        return this;
    }

    public FuzzRequest ToRequest(Intent intent, string what) => new(intent, what, [new Piece(ToBytes())]) { IsHead = Method == "HEAD" };

    public byte[] ToBytes() => [.. HeadBytes(), .. Body ?? []];

    /// <param name="length">What it says of its body; null for nothing.</param>
    public byte[] HeadBytes(string? length) => Encoding.Latin1.GetBytes(Head(length));

    private byte[] HeadBytes() => HeadBytes(Body?.Length.ToString(CultureInfo.InvariantCulture));

    private string Head(string? length)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (length is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        return head.Append("Connection: close\r\n\r\n").ToString();
    }
}
