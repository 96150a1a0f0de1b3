using Ntm.Projections.Views;

namespace Ntm.Host.Views;

/// <summary>The statements the views are kept with, read once.</summary>
internal static class ViewStatements
{
    internal static readonly string UseSchema = ViewSql.Read("use_schema.sql");
    internal static readonly string Lock = ViewSql.Read("lock_projections.sql");
    internal static readonly string Await = ViewSql.Read("await_projections.sql");
    internal static readonly string Positions = ViewSql.Read("projections.sql");
    internal static readonly string FindingsOfDays = ViewSql.Read("findings_of_days.sql");
    internal static readonly string OpenPeriods = ViewSql.Read("open_periods.sql");
    internal static readonly string CloseFinding = ViewSql.Read("close_finding.sql");
    internal static readonly string CloseFindingPeriod = ViewSql.Read("close_finding_period.sql");
    internal static readonly string CloseUnitPeriod = ViewSql.Read("close_unit_period.sql");
    internal static readonly string SetProjection = ViewSql.Read("set_projection.sql");

    internal static string Copy(View view) => ViewSql.Read($"copy_{view.Name}.sql");

    internal static string Fill(View view) => ViewSql.Read($"fill_{view.Name}.sql");

    internal static string Read(View view) => ViewSql.Read($"read_{view.Name}.sql");

    internal static string ReadInOrder(View view) => ViewSql.Read($"read_{view.Name}_in_order.sql");
}
