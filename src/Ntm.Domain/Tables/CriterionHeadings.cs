using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ntm.Domain.Criteria;

namespace Ntm.Domain.Tables;

/// <summary>How a heading cell names a criterion.</summary>
internal enum ClaimKind
{
    /// <summary>1, 01, (1): may also number the columns.</summary>
    BareNumber,

    /// <summary>TC 1, 1. Quy hoạch.</summary>
    Labelled,

    /// <summary>Quy hoạch.</summary>
    Named,
}

/// <summary>What a heading cell says about which criterion its column holds.</summary>
/// <param name="NameContradicts">The cell's number and name are of two criteria.</param>
internal sealed record HeadingClaim(int Criterion, ClaimKind Kind, bool NameContradicts);

/// <summary>Reads heading cells as criteria of a set.</summary>
internal sealed partial class CriterionHeadings
{
    private const int MatchTimeoutMilliseconds = 1_000;

    private readonly ImmutableDictionary<string, int> _names;

    internal CriterionHeadings(CriteriaSet set)
    {
        _names = set.Criteria.ToImmutableDictionary(criterion => CellText.Key(CellText.Clean(criterion.Name.Vietnamese)), criterion => criterion.Number);
        Count = set.Criteria.Count;
    }

    internal int Count { get; }

    internal HeadingClaim? Read(GridCell? cell)
    {
        if (cell is null || cell.Kind is not (CellKind.Text or CellKind.Number))
            return null;
        if (cell.WholeNumber is { } number)
            return number is > 0 and < 100 ? new HeadingClaim(number, ClaimKind.BareNumber, false) : null;
        if (_names.TryGetValue(CellText.Key(cell.Text), out var named))
            return new HeadingClaim(named, ClaimKind.Named, false);

        var match = Numbered().Match(cell.Text);
        if (!match.Success)
            return null;
        number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var rest = CellText.Key(match.Groups["rest"].Value.Trim(' ', '.', ':', '-', '–', ')', '('));
        var labelled = rest.Length > 0 || match.Groups["label"].Length > 0;
        return new HeadingClaim(number, labelled ? ClaimKind.Labelled : ClaimKind.BareNumber, _names.TryGetValue(rest, out named) && named != number);
    }

    // TC1, Tiêu chí số 01: Quy hoạch, 1. Quy hoạch, (1). What is not set off from the number is no number of a criterion: 15% is not 15.
    [GeneratedRegex(@"^[(\[]?(?<label>(?:tc|t\.c\.?|tiêu chí)(?:\s*số)?\s*)?0?(?<number>[1-9][0-9]?)(?:[)\].:\s–-]+(?<rest>\D.*)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Numbered();
}
