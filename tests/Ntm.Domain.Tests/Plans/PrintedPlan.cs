using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Ntm.Domain.Plans;

namespace Ntm.Domain.Tests.Plans;

/// <summary>A directory of data/plans: the text of a plan, and what was entered of it.</summary>
internal sealed class PrintedPlan
{
    internal PrintedPlan(string directory)
    {
        Document = Read(directory, "document.txt").Normalize(NormalizationForm.FormC);
        Lines = Document.Split('\n');
        Json = JsonDocument.Parse(Read(directory, "plan.json")).RootElement;
    }

    internal static TheoryData<string> Directories => ["van-quan-15-kh-ubnd-2018", "hoa-binh-18-kh-ubnd-2018"];

    internal string Document { get; }

    internal string[] Lines { get; }

    internal JsonElement Json { get; }

    internal IEnumerable<JsonElement> Statements => Json.GetProperty("content").GetProperty("statements").EnumerateArray();

    internal static ReadPlan ReadFile(string directory) => PlanFile.Read(Encoding.UTF8.GetBytes(Read(directory, "plan.json")));

    internal static string Read(string directory, string file) => File.ReadAllText(Path.Combine(Folder(), directory, file));

    /// <summary>Inside one line, or a cell that a page break has put into two.</summary>
    internal bool Has(string text) => Lines.Any(line => line.Contains(text, StringComparison.Ordinal)) || IsDividedCell(text);

    private bool IsDividedCell(string text)
    {
        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0; space = text.IndexOf(' ', space + 1))
        {
            if (IsCell(text[..space]) && IsCell(text[(space + 1)..]))
                return true;
        }

        return false;
    }

    private bool IsCell(string text) => Lines.Any(line => line.Split('\t').Contains(text, StringComparer.Ordinal));

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "data", "plans");
}
