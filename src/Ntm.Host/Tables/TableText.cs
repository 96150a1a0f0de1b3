namespace Ntm.Host.Tables;

/// <summary>What is said of a table as somebody typed it, before anything of it is understood; the same from every entrance.</summary>
public sealed record TableText
{
    public string? Unit { get; init; }

    public string? On { get; init; }

    public string? Set { get; init; }

    public string? AssessedBy { get; init; }

    public string? BasisNumber { get; init; }

    public string? BasisDate { get; init; }

    public string? BasisIssuer { get; init; }

    /// <summary>x=attained.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Vân Mông=van-quan.van-mong, C7=van-quan.van-mong, Thị trấn=-.</summary>
    public IReadOnlyList<string> Matches { get; init; } = [];

    /// <summary>Biểu 1=van-quan, Hướng dẫn=-.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    public IReadOnlyList<string> Without { get; init; } = [];

    public IReadOnlyList<string> Accepted { get; init; } = [];

    public bool IncludeHidden { get; init; }
}
