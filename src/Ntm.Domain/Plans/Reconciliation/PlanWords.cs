using System.Globalization;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Reconciliation;

/// <summary>How numbers, days and lists stand in the sentences of observations.</summary>
internal static class PlanWords
{
    internal static string English(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Vietnamese(decimal number) => English(number).Replace('.', ',');

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    internal static string Listed<T>(IEnumerable<T> items) =>
        string.Join(", ", items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item}")));

    internal static string Names(this StatedPlan plan, IEnumerable<UnitId> units) => Listed(units.Select(plan.NameOf));

    /// <summary>Where statements stand, each place once.</summary>
    internal static string Places(IEnumerable<PlanStatement> statements) => string.Join("; ", statements.Select(statement => statement.Place).Distinct());
}
