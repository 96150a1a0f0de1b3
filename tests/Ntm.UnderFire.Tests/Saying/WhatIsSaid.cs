using System.Globalization;

namespace Ntm.UnderFire.Tests.Saying;

/// <summary>An entry as it must stand in the end.</summary>
internal sealed record SaidEntry(string Type, string Unit, DateOnly? EffectiveOn);

/// <summary>
/// What each writer says, the same for the same seed: findings mostly, now and then a retraction, a correction (one line, two entries),
/// a new name or another parent.
/// </summary>
internal sealed class WhatIsSaid(int seed, int each)
{
    private static readonly DateOnly First = new(2017, 1, 1);
    private static readonly string[] Findings =
        ["criterion_attained", "criterion_not_attained", "criterion_lost", "criterion_basically_met", "criterion_not_applicable"];

    private static readonly string[] Assessors = ["commune", "district", "province", "inspection", "audit"];

    /// <returns>The line whose first entry has this number, and how many entries it becomes.</returns>
    public (string Line, int Entries) Line(int writer, int number)
    {
        if (IsCorrection(number))
            return (Correction(writer, number), 2);
        var entry = Entry(writer, number);
        var own = entry.Type switch
        {
            "entry_retracted" => $"\"entry\":\"{LineId.Of(seed, writer, number - 100)}\",\"reason\":\"nhập nhầm\"",
            "unit_renamed" => $"\"name\":\"Xã {writer.ToString(CultureInfo.InvariantCulture)}-{number.ToString(CultureInfo.InvariantCulture)}\"",
            "unit_reparented" => $"\"parent\":\"{Country.District(Throw(writer, number, 5))}\"",
            _ => Finding(writer, number),
        };
        return (Written(writer, number, entry, own), 1);
    }

    public SaidEntry Entry(int writer, int number)
    {
        if (number % 200 == 199)
            return new SaidEntry("entry_retracted", Entry(writer, number - 100).Unit, null);
        if (IsCorrection(number))
            return new SaidEntry("entry_retracted", Entry(writer, number - 50).Unit, null);
        var unit = number > 0 && IsCorrection(number - 1) ? Entry(writer, number - 1).Unit : Country.Commune(Throw(writer, number, 1));
        return new SaidEntry((number % 1000) switch
        {
            500 => "unit_renamed",
            40 => "unit_reparented",
            _ => Findings[Throw(writer, number, 2) % Findings.Length],
        }, unit, First.AddDays(Throw(writer, number, 3) % 1800));
    }

    // Of every five hundred the entry with number 250 corrects the one with number 200; where it would be cut off at the end, it does not.
    private bool IsCorrection(int number) => number % 500 == 250 && number + 1 < each;

    private string Correction(int writer, int number) => $$"""
        {"type":"entry_corrected","id":"{{LineId.Of(seed, writer, number)}}","unit":"{{Entry(writer, number).Unit}}","entry":"{{LineId.Of(seed, writer, number - 50)}}","reason":"sai ngày","replacement":{{Written(writer, number + 1, Entry(writer, number + 1), Finding(writer, number + 1))}}}
        """;

    private string Written(int writer, int number, SaidEntry entry, string own)
    {
        var day = entry.EffectiveOn is { } on ? $",\"effectiveOn\":\"{on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"" : "";
        return $$"""{"type":"{{entry.Type}}","id":"{{LineId.Of(seed, writer, number)}}","unit":"{{entry.Unit}}"{{day}},{{own}}}""";
    }

    private string Finding(int writer, int number) => string.Create(CultureInfo.InvariantCulture,
        $"\"set\":\"ntm-2016-2020\",\"criterion\":{1 + (Throw(writer, number, 4) % 19)},\"assessedBy\":\"{Assessors[Throw(writer, number, 6) % Assessors.Length]}\",\"basis\":{{\"number\":\"{number % 900}/BC-UBND\",\"date\":\"2018-06-30\",\"issuer\":\"UBND huyện\"}}");

    private int Throw(int writer, int number, int what)
    {
        unchecked
        {
            var z = ((ulong)(uint)seed << 32) ^ ((ulong)(uint)writer << 40) ^ ((ulong)(uint)number << 4) ^ (uint)what;
            z = (z + 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) & 0x7fffffff);
        }
    }
}
