using Ntm.Domain.Access;

namespace Ntm.Projections.Appraisal;

/// <summary>An office as a sheet names it: what it is, never who held it.</summary>
internal static class AppraisalOffices
{
    internal static OfficeShown? Of(Office? office) =>
        office is null ? null : new OfficeShown(Roles.Names.NameOf(office.Role), office.Area?.Value, office.Name, office.Criteria);
}
