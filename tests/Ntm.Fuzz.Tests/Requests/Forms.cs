using System.Text;
using Ntm.Host.Tests.Reading;

namespace Ntm.Fuzz.Tests.Requests;

/// <summary>Forms of pages. Those with the right token only try, or lack what recording needs: what a page records, no answer names.</summary>
internal static class Forms
{
    private const string Boundary = "----fuzz";
    public const string MediaType = $"multipart/form-data; boundary={Boundary}";

    public static Message Good(Dice dice, FuzzWorld world, string path) => Of(path, world, world.FormToken,
    [
        ("Form.Unit", FuzzWorld.District), ("Form.On", "2018-06-30"), ("Form.AssessedBy", dice.Pick(["district", "province", ""])), ("Form.Action", "try"),
        ("Form.Marks", dice.OneIn(2) ? "x=attained" : ""),
    ], path == "/reports" ? world.Report : Files.GoodTable(world));

    public static Message Ill(Dice dice, FuzzWorld world, string path)
    {
        (string, string)[] record = [("Form.Action", "record"), ("Form.Unit", FuzzWorld.District), ("Form.On", "2018-06-30"), ("Form.AssessedBy", "district")];
        return dice.Below(9) switch
        {
            0 => Of(path, world, "", record, Files.GoodTable(world)),
            1 => Of(path, world, "CfDJ8" + new string('A', dice.Below(4_000)), record, Files.GoodTable(world)),
            2 => Of(path, world, world.FormToken, [("Form.Action", "try"), ("Form.Unit", Values.Ill(dice))], Files.IllTable(dice, world)),
            3 => Of(path, world, world.FormToken, [.. Enumerable.Range(0, 1 + dice.Below(3_000)).Select(field => ($"Form.Field{field}", "1"))], []),
            4 => Of(path, world, world.FormToken, [("Form.Action", "try"), ("Form.Marks", new string('\n', 1 + dice.Below(400_000)))], []),
            5 => Raw(path, world, Files.Flipped(dice, Of(path, world, "", record, []).Body!), MediaType),
            6 => Raw(path, world, Of(path, world, "", record, []).Body!, dice.Pick(["multipart/form-data", $"multipart/form-data; boundary={new string('b', 300)}", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"a\\\"b\""])),
            7 => Raw(path, world, Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Repeat("_handler=table&Form.Action=record", 1 + dice.Below(2_000)))), "application/x-www-form-urlencoded"),
            _ => Raw(path, world, Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{new string('n', 1 + dice.Below(40_000))}\"\r\n\r\n1"), MediaType),
        };
    }

    private static Message Of(string path, FuzzWorld world, string token, IReadOnlyList<(string Name, string Value)> fields, byte[] file)
    {
        using var body = new MemoryStream();
        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        foreach (var (name, value) in fields.Prepend(("_handler", path == "/tables" ? "table" : "check")).Prepend(("__RequestVerificationToken", token)))
            Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"Form.File\"; filename=\"../../bang.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.Write(file);
        Write($"\r\n--{Boundary}--\r\n");
        return Raw(path, world, body.ToArray(), MediaType);
    }

    private static Message Raw(string path, FuzzWorld world, byte[] body, string type)
    {
        var message = new Message("POST", path) { Body = body }.With("Host", world.Host).With("Content-Type", type);
        return world.FormCookie.Length > 0 ? message.With("Cookie", world.FormCookie) : message;
    }
}
