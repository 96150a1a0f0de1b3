using System.Text.RegularExpressions;
using Ntm.Domain.Plans;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;

namespace Ntm.Host.Pages;

/// <summary>Sentences of the domain are plain text. What one took from a plan or from the record is found in it again, to be marked as Vietnamese where the sentence is English.</summary>
internal sealed class Quotations(Wording say, IEnumerable<string> taken)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    // The longest first: one place's name begins another's.
    private readonly Regex _taken = new(
        string.Join('|', taken.Where(text => text.Any(letter => !char.IsAscii(letter))).Distinct().OrderByDescending(text => text.Length)
            .Select(text => $@"(?<!\w){Regex.Escape(text)}(?!\w)").Prepend("“[^”]*”")),
        RegexOptions.CultureInvariant, Longest);

    /// <returns>For <see cref="Wording.Said"/>.</returns>
    internal string In(string sentence) => _taken.Replace(sentence, found => say.Quote(found.Value));

    /// <summary>What sentences about a plan take from it: names of units, places, what duties are counted in.</summary>
    internal static IEnumerable<string> TakenFrom(PlanDocument plan, UnitMap map, long knownAt)
    {
        var on = plan.Document?.Date ?? plan.From;
        IEnumerable<UnitId> units = map.Find(plan.Scope)?.LivesOn(on, knownAt) == true ? map.Communes(plan.Scope, on, knownAt).Select(unit => unit.Unit) : [];
        IReadOnlyList<PlanStatement> statements = plan.Content?.Statements ?? [];
        return units.Append(plan.Scope).Select(unit => map.Find(unit)?.NameOn(on, knownAt)).OfType<string>()
            .Concat(statements.Select(statement => statement.Place))
            .Concat(statements.OfType<NumbersTabled>().SelectMany(table => table.Parts.Select(part => part.Text)))
            .Concat(statements.OfType<DutyStated>().Select(duty => duty.UnitOfMeasure).OfType<string>());
    }
}
