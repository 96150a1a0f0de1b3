using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

internal static partial class ConsistentPlans
{
    private static readonly (int From, int To)[] Bands = [(15, 19), (10, 14), (8, 9)];

    private static IEnumerable<PlanStatement> Levels(Facts facts)
    {
        yield return new AverageStated
        {
            Id = "average", Text = "tăng bình quân, đạt bình quân", Place = "I.1",
            Increase = (decimal)facts.Gained.Values.Sum(gained => gained.Count) / facts.Size, Reaches = (decimal)facts.Reached.Values.Sum() / facts.Size,
        };
        yield return new FloorStated { Id = "floor", Text = "không có xã dưới 8 tiêu chí", Place = "I.1", AtLeast = 8 };
        yield return new MinimumIncrease { Id = "pilot-increase", Text = "xã điểm tăng từ 3 tiêu chí", Place = "I.1", Cohort = "pilot", AtLeast = 3 };
        yield return new MinimumIncrease { Id = "rest-increase", Text = "xã còn lại tăng từ 1 tiêu chí", Place = "I.1", Cohort = "rest", AtLeast = 1 };
        yield return new StateStated { Id = "state", Text = "tiêu chí 14 đã hoàn thành", Place = "II.2", Criterion = Facts.KeptByAll, All = true, Incomplete = false };
        yield return Table(facts);
        yield return Incomes(facts);
        yield return new ObjectiveStated { Id = "objective", Text = "các xã đạt từ 15 tiêu chí", Place = "I.1", MeasuredBy = ["band-15"] };
        yield return new IndicatorStated
        {
            Id = "models-each", Text = "mỗi cụm ít nhất 1 mô hình", Place = "I.1", Measures = "models", Value = 1, OrMore = true, UnitOfMeasure = "mô hình", InEachPart = true,
        };
    }

    private static NumbersTabled Table(Facts facts)
    {
        var rows = Bands.Select(band => Row($"band-{band.From}", $"Số xã đạt {band.From}-{band.To} tiêu chí", "communes", null, new RowBand("criteria", band.From, band.To, null),
            facts.Parts.Select(part => (decimal)part.Count(commune => facts.Reached[commune] >= band.From && facts.Reached[commune] <= band.To))));
        return new NumbersTabled
        {
            Id = "table", Text = "Biểu giao chỉ tiêu", Place = "Biểu 1",
            Parts = [.. facts.Parts.Select((part, index) => new TablePart(UnitId.Parse($"district.part-{index}"), $"Cụm {index} ({part.Length} xã)", part.Length))],
            Rows =
            [
                .. rows,
                Row("models", "Số mô hình", "models", "mô hình", null, facts.Parts.Select((_, index) => (decimal)index + 1)),
                Row("levels", "Số tiêu chí bình quân", "levels", "tiêu chí/xã", null, facts.Parts.Select(part => Mean(part.Select(commune => facts.Reached[commune])))) with
                {
                    Total = Mean(facts.Reached.Values),
                },
                Row("roads", "Số km đường", "roads", "km", null, facts.Parts.Select(part => part.Length / 2m)),
            ],
        };
    }

    private static NumbersTabled Incomes(Facts facts) => new()
    {
        Id = "incomes", Text = "các mức thu nhập", Place = "II.3", Parts = [new TablePart(Facts.Scope, "huyện", null)],
        Rows =
        [
            Income("income-30", 30, 34, facts.Size - 3), Income("income-24", 24, 29, 2), Income("income-19", 19, 23, 1),
        ],
    };

    private static decimal Mean(IEnumerable<int> numbers) => decimal.Round((decimal)numbers.Sum() / numbers.Count(), 2, MidpointRounding.AwayFromZero);

    private static TableRow Income(string id, int from, int to, int communes) =>
        new(id, $"{communes} xã thu nhập {from}-{to} triệu đồng", "communes", null, new RowBand("income", from, to, "triệu đồng"), [communes], null);

    private static TableRow Row(string id, string text, string measures, string? unit, RowBand? band, IEnumerable<decimal> values) =>
        new(id, text, measures, unit, band, [.. values], values.Sum());
}
