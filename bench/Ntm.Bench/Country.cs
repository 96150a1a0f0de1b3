using System.Globalization;
using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Bench;

/// <summary>Lines to record: a province, a district, communes, and findings spread over them.</summary>
internal static class Country
{
    internal const int Communes = 400;

    internal static IEnumerable<string> Units()
    {
        yield return """{"type":"unit_established","unit":"tinh","name":"Tỉnh","level":"province","effectiveOn":"2010-01-01"}""";
        yield return """{"type":"unit_established","unit":"huyen","name":"Huyện","level":"district","parent":"tinh","effectiveOn":"2010-01-01"}""";
        for (var commune = 0; commune < Communes; commune++)
            yield return string.Create(CultureInfo.InvariantCulture, $$"""{"type":"unit_established","unit":"huyen.xa-{{commune}}","name":"Xã {{commune}}","level":"commune","parent":"huyen","effectiveOn":"2010-01-01"}""");
    }

    internal static string Finding(int number, bool withId)
    {
        var day = new DateOnly(2017, 1, 1).AddDays(number * 7 % 1500);
        var id = withId ? $"\"id\":\"{Guid.CreateVersion7():D}\"," : "";
        var type = (number % 5) switch { 0 => "criterion_not_attained", 1 => "criterion_lost", _ => "criterion_attained" };
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"type":"{{type}}",{{id}}"unit":"huyen.xa-{{number * 31 % Communes}}","set":"ntm-2016-2020","criterion":{{(number % 19) + 1}},"basis":{"number":"{{number % 900}}/BC-UBND","date":"{{day:yyyy-MM-dd}}","issuer":"UBND huyện"},"assessedBy":"district","effectiveOn":"{{day:yyyy-MM-dd}}"}""");
    }

    internal static SubmittedLine Read(string line) =>
        LineReader.Read(1, Encoding.UTF8.GetBytes(line)).Submitted ?? throw new InvalidDataException(line);
}
