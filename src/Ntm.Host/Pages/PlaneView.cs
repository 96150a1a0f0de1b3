using Ntm.Domain.Refusals;
using Ntm.Projections.TimePlane;

namespace Ntm.Host.Pages;

/// <summary>What the address of a plane asks for; null where it says nothing.</summary>
public sealed record PlaneQuestion(string Unit, string? On, string? KnownAt, string? Set, string? AssessedBy, string? Upwards);

/// <summary>A point of the picture, in units of its view box.</summary>
/// <param name="Kind">Of the style sheet.</param>
public sealed record PlanePoint(decimal X, decimal Y, string Kind, bool IsStruck, string Title);

/// <summary>Entries that lie too close to be drawn one by one.</summary>
/// <param name="Level">How many, from 1 to 5.</param>
public sealed record PlaneBlock(decimal X, decimal Y, int Level);

/// <summary>A line of the grid with what stands beside it.</summary>
public sealed record PlaneTick(decimal At, string Text);

/// <summary>Another moment of one of the clocks, to go to.</summary>
/// <param name="Text">Which day or entry it is.</param>
public sealed record PlaneStep(string Address, string Text);

/// <summary>Where replay goes from here, on either clock; null where there is nothing further.</summary>
public sealed record PlaneSteps(PlaneStep? EarlierDay, PlaneStep? LaterDay, PlaneStep? EarlierEntry, PlaneStep? LaterEntry);

/// <summary>Everything the page of a plane shows.</summary>
public sealed record PlaneView
{
    public int HttpStatus { get; init; } = StatusCodes.Status200OK;

    public required PlaneQuestion Question { get; init; }

    public string Title { get; init; } = "";

    public Refusal? Refusal { get; init; }

    /// <summary>As known at the end of the record: what was asked for is a line across it.</summary>
    public PlaneAnswer? Plane { get; init; }

    public PlanePicture? Picture { get; init; }

    public PlaneSteps? Steps { get; init; }

    /// <summary>Of a commune: its criteria on that day. Of what is above: the communes' matrix.</summary>
    public UnitView? Unit { get; init; }

    public Overview? Overview { get; init; }

    public string Permalink { get; init; } = "";

    public string JsonLink { get; init; } = "";
}
