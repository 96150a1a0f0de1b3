using System.Text.Json;

namespace Ntm.UnderFire.Tests.Saying;

public sealed class WhatIsSaidTests
{
    private const int Seed = 7;
    private const int Each = 2_001;

    [Fact]
    public void Lines_are_well_formed_and_name_only_findings_said_before_and_each_once()
    {
        var said = new WhatIsSaid(Seed, Each);
        var named = new HashSet<string>();
        var types = new HashSet<string>();
        for (var number = 0; number < Each;)
        {
            var (line, entries) = said.Line(3, number);
            using var document = JsonDocument.Parse(line);
            Assert.Equal(LineId.Of(Seed, 3, number), document.RootElement.GetProperty("id").GetString());
            if (document.RootElement.TryGetProperty("entry", out var entry))
            {
                Assert.True(named.Add(entry.GetString()!));
                var (_, before) = LineId.Parse(Seed, entry.GetString()!)!.Value;
                Assert.InRange(before, 0, number - 1);
                Assert.StartsWith("criterion_", said.Entry(3, before).Type, StringComparison.Ordinal);
                Assert.Equal(said.Entry(3, before).Unit, document.RootElement.GetProperty("unit").GetString());
            }

            types.Add(document.RootElement.GetProperty("type").GetString()!);
            number += entries;
        }

        Assert.Equal(9, types.Count);
    }

    [Fact]
    public void The_same_seed_says_the_same_and_another_something_else()
    {
        string Text(int seed) => string.Concat(Enumerable.Range(0, 100).Select(number => new WhatIsSaid(seed, Each).Line(1, number).Line));

        Assert.Equal(Text(1), Text(1));
        Assert.NotEqual(Text(1), Text(2));
    }
}
