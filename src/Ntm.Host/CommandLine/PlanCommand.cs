using System.CommandLine;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm plan …</c>: plans as they are printed, from a file into the record.</summary>
internal static class PlanCommand
{
    internal static Command Create(CommandContext context) => new("plan", "Kế hoạch · plans")
    {
        PlanListCommand.Create(context),
        PlanShowCommand.Create(context),
        PlanCheckCommand.Create(context),
        PlanValidateCommand.Create(context),
        PlanImportCommand.Create(context),
        PlanTemplateCommand.Create(context),
    };

    internal static Argument<string> Plan() =>
        new("plan") { Description = "Định danh kế hoạch, hoặc tệp .json, .xlsx · id of a plan, or a file" };

    internal static Argument<string> File() => new("file") { Description = "Tệp kế hoạch .json, hoặc mẫu .xlsx đã điền · a plan file" };

    internal static Task SayShippedUnitsAsync(CommandContext context) => context.Error.WriteLineAsync(
        "Sổ còn trống; các đơn vị lấy từ những kế hoạch đi kèm chương trình · The record is empty; the units are those of the plans that come with the program");

    internal static Task SayShippedAsync(CommandContext context) => context.Error.WriteLineAsync(
        "Sổ chưa biết kế hoạch nào; đây là các kế hoạch đi kèm chương trình · The record knows no plan yet; these are the plans that come with the program");
}
