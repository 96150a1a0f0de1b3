using System.Reflection;
using Ntm.Domain.Criteria;
using Ntm.Domain.Plans;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Refusals;

public sealed class RefusalSentencesTests
{
    private static readonly Type[] Makers = [typeof(FormRefusals), typeof(RuleRefusals)];

    public static TheoryData<string, string> Made()
    {
        var made = new TheoryData<string, string>();
        foreach (var maker in Makers)
            foreach (var method in Methods(maker))
                made.Add(maker.Name, method.Name);
        return made;
    }

    public static TheoryData<string> Expectations =>
        [.. typeof(Expected).GetFields(BindingFlags.Public | BindingFlags.Static).Select(expected => expected.Name)];

    [Theory, MemberData(nameof(Made))]
    public void A_refusal_has_a_code_of_the_list_and_a_sentence_in_each_language(string maker, string name)
    {
        var refusal = Make(Makers.Single(type => type.Name == maker), name);

        Assert.Contains(refusal.Code, maker == nameof(FormRefusals) ? RefusalCodes.Form : RefusalCodes.Rules);
        IsASentence(refusal.Vietnamese);
        IsASentence(refusal.English);
        Assert.Equal(refusal.Vietnamese, refusal.In(Language.Vietnamese));
        Assert.Equal(refusal.English, refusal.In(Language.English));
        Assert.NotEqual(refusal.Vietnamese, refusal.English);
        Assert.All(refusal.English, letter => Assert.True(letter < 0x80 || letter is '…', $"'{letter}' in: {refusal.English}"));
    }

    [Theory, MemberData(nameof(Made))]
    public void A_rule_always_names_the_field_to_look_at(string maker, string name)
    {
        if (maker == nameof(RuleRefusals))
            Assert.False(string.IsNullOrEmpty(Make(typeof(RuleRefusals), name).Field));
    }

    [Theory, MemberData(nameof(Expectations))]
    public void What_a_field_must_be_is_said_in_each_language(string name)
    {
        var expected = (Expected)typeof(Expected).GetField(name)!.GetValue(null)!;

        Assert.NotEmpty(expected.Vietnamese);
        Assert.NotEmpty(expected.English);
        Assert.NotEqual(expected.Vietnamese, expected.English);
    }

    [Fact]
    public void Every_code_has_a_refusal_and_stands_in_one_list()
    {
        var constants = typeof(RefusalCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(constants, RefusalCodes.Form.Concat(RefusalCodes.Rules).Order(StringComparer.Ordinal));
        Assert.Equal(constants, Makers.SelectMany(maker => Methods(maker).Select(method => Make(maker, method.Name).Code)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(constants, code => Assert.Matches("^[a-z]+\\.[a-z0-9_]+$", code));
    }

    [Fact]
    public void Only_what_is_not_UTF8_JSON_and_what_is_too_long_is_told_apart_by_its_HTTP_status()
    {
        Assert.Equal([RefusalCodes.NotUtf8, RefusalCodes.NotJson], RefusalCodes.NotUtf8Json);
        Assert.Equal([RefusalCodes.LineTooLong, RefusalCodes.BatchTooLong], RefusalCodes.TooLong);
    }

    private static IEnumerable<MethodInfo> Methods(Type maker) =>
        maker.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(Refusal));

    private static Refusal Make(Type maker, string name)
    {
        var method = maker.GetMethod(name)!;
        return (Refusal)method.Invoke(null, [.. method.GetParameters().Select(parameter => Example(parameter.ParameterType))])!;
    }

    private static object Example(Type type) => type switch
    {
        _ when type == typeof(string) => "field",
        _ when type == typeof(int) => 19,
        _ when type == typeof(long) => 12L,
        _ when type == typeof(Guid) => new Guid("00000000-0000-4000-8000-000000000001"),
        _ when type == typeof(DateOnly) => new DateOnly(2018, 6, 30),
        _ when type == typeof(UnitId) => UnitId.Parse("van-an"),
        _ when type == typeof(PlanId) => PlanId.Parse("van-quan.2018"),
        _ when type == typeof(SetId) => new SetId("ntm-2016-2020"),
        _ when type == typeof(Expected) => Expected.Day,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "has no example here"),
    };

    private static void IsASentence(string text)
    {
        Assert.EndsWith(".", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
    }
}
