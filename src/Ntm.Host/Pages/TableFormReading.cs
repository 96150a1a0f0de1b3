using Ntm.Domain.Criteria;
using Ntm.Domain.Refusals;
using Ntm.EventStore.Append;
using Ntm.Host.Recording;
using Ntm.Host.Tables;
using Ntm.Projections.Tables;

namespace Ntm.Host.Pages;

/// <summary>What became of a table handed in on the page.</summary>
public sealed record TableOutcome(TableAnswer? Answer, Refusal? Refusal);

/// <summary>The table page: choices for its form, and the table handed in with it. Nothing of it stays with the host.</summary>
internal sealed class TableFormReading(LiveRecord live, CriteriaCatalog catalog, TableImport import, Wording say)
{
    internal IReadOnlyList<Choice> Sets => [.. catalog.Sets.Select(set => new Choice(set.Id.Value, $"{set.Decision.Number} · {say[set.Title]}"))];

    internal async Task<IReadOnlyList<Choice>> UnitsAsync(CancellationToken cancellation) =>
        UnitChoices.Of(live.Index.Register, await live.CatchUpToHeadAsync(cancellation));

    internal async Task<TableOutcome> TakeAsync(TableForm form, Act act, CancellationToken cancellation)
    {
        if (form.File is not { Length: > 0 } file)
            return new TableOutcome(null, TableRefusals.OptionMissing("file"));
        try
        {
            await using var content = file.OpenReadStream();
            var result = await import.RunAsync(
                await WorkbookReader.ReceiveAsync(content, cancellation), form.ToText(), form.Action != TableForm.Record,
                act, cancellation);
            return new TableOutcome(result.Value, result.Refusal?.Refusal);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return new TableOutcome(null, unreadable.Refusal);
        }
    }
}
