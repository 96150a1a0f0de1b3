using System.Diagnostics;
using System.Globalization;
using Ntm.Domain.Refusals;
using Ntm.Domain.Tests.Recording;
using Ntm.Domain.Units;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Interchange;

/// <summary>A line may be a mebibyte long. Whatever somebody fills it with, it must not keep the writers waiting.</summary>
public sealed class LongLineTests
{
    private const int Many = 100_000;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(5);

    [Fact]
    public void A_line_of_very_many_fields_is_refused_field_by_field() => Within(() =>
    {
        var line = "{\"type\":\"unit_renamed\"," + Fields(Many) + "}";

        Assert.Equal(Many, Lines.Read(line).Refusals.Count(refusal => refusal.Code == RefusalCodes.FieldUnknown));
    });

    [Fact]
    public void Among_many_fields_a_repeated_one_is_still_seen()
    {
        var line = "{\"type\":\"unit_renamed\"," + Fields(200) + ",\"a5\":0,\"type\":0}";

        var repeated = Lines.Read(line).Refusals.Where(refusal => refusal.Code == RefusalCodes.FieldRepeated);
        Assert.Equal(["a5", "type"], repeated.Select(refusal => refusal.Field));
    }

    [Fact]
    public void A_merger_of_very_many_units_nobody_knows_is_refused_unit_by_unit() => Within(() =>
        Spec.Given(Said.Country).When(Said.Merged(
                Said.VanAn, new DateOnly(2020, 1, 1), [.. Enumerable.Range(0, Many).Select(number => UnitId.Parse(Short(number)))]))
            .ThenRefusedAmongOthers(RefusalCodes.UnitUnknown, $"from[{Many - 1}]"));

    private static void Within(Action deed)
    {
        var watch = Stopwatch.StartNew();
        deed();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Enough);
    }

    private static string Fields(int count) => string.Join(',', Enumerable.Range(0, count).Select(number => $"\"{Short(number)}\":0"));

    private static string Short(int number) => "a" + number.ToString("x", CultureInfo.InvariantCulture);
}
