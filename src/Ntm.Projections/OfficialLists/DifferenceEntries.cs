using Ntm.Domain.Entries;
using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>An entry a confirmed difference becomes.</summary>
/// <param name="Name">Tells it apart from every other of the same list: its place and type, for an id that is always the same.</param>
public sealed record ConfirmedEntry(UnitDifference Difference, string Name, UnitEntry Entry);

/// <summary>Turns differences into the ordinary entries of units.</summary>
/// <param name="On">The day they all take effect.</param>
public sealed record DifferenceEntries(DateOnly On, DocumentReference? Basis)
{
    /// <summary>In an order in which each rests on those before it: what is new, what moves and changes, what ends from below.</summary>
    public IReadOnlyList<ConfirmedEntry> Of(IEnumerable<UnitDifference> confirmed) =>
    [
        .. confirmed.SelectMany(Of).OrderBy(entry => entry.Entry switch
        {
            UnitEstablished established => (0, (int)UnitTiers.Of(established.Level)),
            UnitReparented => (1, 0),
            UnitDissolved => (3, -(int)TierOf(entry.Difference)),
            _ => (2, 0),
        }),
    ];

    /// <summary>Of a doubt: what its chosen reading says; nothing where none is chosen.</summary>
    public IReadOnlyList<ConfirmedEntry> Of(UnitDifference difference) =>
        [.. Entries(difference).Select(entry => new ConfirmedEntry(difference, $"{difference.Line?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? difference.Unit}/{EntryTypes.Of(entry).Name}", entry))];

    private IEnumerable<UnitEntry> Entries(UnitDifference of) => of.Kind switch
    {
        DifferenceKinds.New => [Established(of, of.Unit)],
        DifferenceKinds.Gone => [Dissolved(of)],
        DifferenceKinds.Recoded => [Recoded(of)],
        DifferenceKinds.Reparented => [Reparented(of)],
        DifferenceKinds.LevelChanged => [LevelChanged(of)],
        _ => of.Reading switch
        {
            Readings.New => [Established(of, of.NewUnit!), Dissolved(of)],
            Readings.Renamed or Readings.Reparented => Kept(of),
            _ => [],
        },
    };

    private IEnumerable<UnitEntry> Kept(UnitDifference of)
    {
        if (of.Parent != of.Was!.Parent && of.Parent is not null)
            yield return Reparented(of);
        if (of.Reading == Readings.Renamed)
            yield return new UnitRenamed { Unit = UnitId.Parse(of.Unit), EffectiveOn = On, Basis = Basis, Note = Note(of), Name = of.Name! };
        if (of.Code is not null && of.Code != of.Was.Code)
            yield return Recoded(of);
        if (of.Level != of.Was.Level)
            yield return LevelChanged(of);
    }

    private UnitEstablished Established(UnitDifference of, string unit) => new()
    {
        Unit = UnitId.Parse(unit), EffectiveOn = On, Basis = Basis, Note = Note(of), Name = of.Name!, Level = LevelOf(of.Level!),
        Parent = of.Parent is { } parent ? UnitId.Parse(parent) : null, Code = of.Code,
    };

    private UnitDissolved Dissolved(UnitDifference of) => new()
    {
        Unit = UnitId.Parse(of.Unit), EffectiveOn = On, Basis = Basis, Note = Note(of), Successors = of.Successors is null ? null : [.. of.Successors.Select(UnitId.Parse)],
    };

    private UnitRecoded Recoded(UnitDifference of) => new() { Unit = UnitId.Parse(of.Unit), EffectiveOn = On, Basis = Basis, Note = Note(of), Code = of.Code! };

    private UnitReparented Reparented(UnitDifference of) =>
        new() { Unit = UnitId.Parse(of.Unit), EffectiveOn = On, Basis = Basis, Note = Note(of), Parent = UnitId.Parse(of.Parent!) };

    private UnitLevelChanged LevelChanged(UnitDifference of) =>
        new() { Unit = UnitId.Parse(of.Unit), EffectiveOn = On, Basis = Basis, Note = Note(of), Level = LevelOf(of.Level!) };

    private static UnitLevel LevelOf(string name) =>
        UnitLevels.Names.TryParse(name, out var level) ? level : throw new ArgumentException(name, nameof(name));

    private static UnitTier TierOf(UnitDifference of) => of.Was?.Level is { } level ? UnitTiers.Of(LevelOf(level)) : UnitTier.Commune;

    private static string Note(UnitDifference of) => of.Line is not { } line
        ? "Theo danh mục đơn vị hành chính: không còn trong danh mục."
        : of.CodeAsWritten is { } written
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Theo danh mục đơn vị hành chính, dòng {line}; mã ghi trong danh mục: {written}.")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Theo danh mục đơn vị hành chính, dòng {line}.");
}
