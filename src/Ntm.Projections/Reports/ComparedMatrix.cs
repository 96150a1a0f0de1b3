using System.Globalization;
using Ntm.Domain.Units;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Projections.Reports;

/// <summary>The communes of one map on two days, as known at one sequence.</summary>
internal sealed class ComparedMatrix
{
    private ComparedMatrix(MatrixAnswer now, MatrixAnswer then) =>
        (Now, Then, Rows) = (now, then, [.. now.Communes.Zip(then.Communes, (row, before) => new ComparedRow(row, before))]);

    internal MatrixAnswer Now { get; }

    internal MatrixAnswer Then { get; }

    /// <summary>Ordered by unit, ordinal.</summary>
    internal IReadOnlyList<ComparedRow> Rows { get; }

    /// <summary>The communes counted on either day: those born by then.</summary>
    internal int CountedNow => Rows.Count(row => row.Now.Parts is null);

    internal int CountedThen => Rows.Count(row => row.Then.Parts is null);

    internal static ComparedMatrix Read(ReportQuestion question) => Read(question, question.Unit);

    // The unit is known at the sequence, and the rows are those of one map: both answers have the same.
    internal static ComparedMatrix Read(ReportQuestion question, UnitId unit) => new(MatrixOn(question, unit, question.On), MatrixOn(question, unit, question.Since));

    private static MatrixAnswer MatrixOn(ReportQuestion question, UnitId unit, DateOnly on) =>
        MatrixReading.Answer(question.Index, unit, on, question.KnownAt, question.Set, question.Assessors, question.Boundary)!;
}

/// <summary>One commune on both days.</summary>
internal readonly record struct ComparedRow(CommuneRow Now, CommuneRow Then)
{
    /// <summary>Null where it was not born yet on one of the days.</summary>
    internal int? Change => Now.Parts is null && Then.Parts is null ? Now.Fulfilled - Then.Fulfilled : null;

    /// <summary>Criteria fulfilled now and not then.</summary>
    internal IReadOnlyList<int> Gained => Change is null ? [] : Turned(Then.Status, Now.Status);

    /// <summary>Criteria fulfilled then and not now.</summary>
    internal IReadOnlyList<int> Lost => Change is null ? [] : Turned(Now.Status, Then.Status);

    /// <summary>Criteria as people list them: 1, 3–5, 7.</summary>
    internal static string Listed(IReadOnlyList<int> criteria)
    {
        var runs = new List<(int From, int To)>();
        foreach (var criterion in criteria)
        {
            if (runs is [.., var last] && last.To == criterion - 1)
                runs[^1] = (last.From, criterion);
            else
                runs.Add((criterion, criterion));
        }

        return string.Join(", ", runs.Select(run => (run.To - run.From) switch
        {
            0 => Number(run.From),
            1 => $"{Number(run.From)}, {Number(run.To)}",
            _ => $"{Number(run.From)}–{Number(run.To)}",
        }));
    }

    internal static bool IsFulfilled(char letter) => letter is 'A' or 'N';

    private static string Number(int criterion) => criterion.ToString(CultureInfo.InvariantCulture);

    private static List<int> Turned(string from, string to) =>
        [.. Enumerable.Range(0, to.Length).Where(place => IsFulfilled(to[place]) && !IsFulfilled(from[place])).Select(place => place + 1)];
}
