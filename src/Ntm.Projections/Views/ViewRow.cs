namespace Ntm.Projections.Views;

/// <summary>
/// A row of a view: opened by the entry at one sequence, closed by the entry at another, and not changed otherwise. What the view held at
/// a sequence is therefore known from what it holds later.
/// </summary>
public interface IViewRow
{
    /// <summary>The sequence of the entry that made it.</summary>
    long OpenedAt { get; }

    /// <summary>The sequence of the entry that closed it; null while it is open.</summary>
    long? ClosedAt { get; }

    /// <summary>Writes it in the order of the columns of its COPY statement.</summary>
    /// <param name="open">As it was before it was closed.</param>
    void Write(BinaryRows rows, bool open = false);
}
