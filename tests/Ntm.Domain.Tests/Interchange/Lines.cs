using System.Text;
using System.Text.Json.Nodes;
using Ntm.Domain.Interchange;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Interchange;

/// <summary>Reads lines, and lines with one thing changed.</summary>
internal static class Lines
{
    /// <summary>Read by itself; among lines that say the same it must come out the same.</summary>
    public static ReadLine Read(string line)
    {
        var utf8 = Encoding.UTF8.GetBytes(line);
        var read = LineReader.Read(1, utf8);
        var texts = new RecurringTexts();
        Assert.Equal(Told(read), Told(LineReader.Read(1, utf8, texts)));
        Assert.Equal(Told(read), Told(LineReader.Read(1, utf8, texts)));
        return read;
    }

    /// <summary>The full sample of a type with a field set to this JSON.</summary>
    public static string With(string type, string field, string json) => Changed(type, line => line[field] = JsonNode.Parse(json));

    public static string Without(string type, string field) => Changed(type, line => line.Remove(field));

    /// <summary>The full sample with raw text put behind its opening brace, for what no JSON library writes.</summary>
    public static string Beginning(string type, string raw) => "{" + raw + "," + EntrySamples.Of(type).Full[1..];

    /// <summary>For this reason and no other.</summary>
    public static void IsRefused(string line, string code, string? field) => IsRefused(line, [(code, field)]);

    public static void IsRefused(string line, (string Code, string? Field)[] refusals)
    {
        var read = Read(line);
        Assert.Null(read.Submitted);
        Assert.Equal(refusals, read.Refusals.Select(refusal => (refusal.Code, refusal.Field)));
    }

    private static string Changed(string type, Action<JsonObject> change)
    {
        var line = (JsonObject)JsonNode.Parse(EntrySamples.Of(type).Full)!;
        change(line);
        return line.ToJsonString();
    }

    private static (Guid? Id, string? Said, string? Instead, string? Origin, string Refusals) Told(ReadLine read) =>
    (
        read.Submitted?.Id,
        read.Submitted is { } line ? Encoding.UTF8.GetString(LineWriter.WriteStored(line.Entry)) : null,
        read.Submitted?.Replacement is { } replacement ? Encoding.UTF8.GetString(LineWriter.WriteStored(replacement.Entry)) : null,
        read.Submitted?.Origin?.GetRawText(),
        string.Join('\n', read.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field} {refusal.English} {refusal.Vietnamese}"))
    );
}
