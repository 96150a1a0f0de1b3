using Ntm.Domain.Recording;

namespace Ntm.Domain.Units;

// Names, codes and levels change on any day, before, within or after a unit's life: what does not fit goes to the audit list.

public sealed record RenameUnit(Guid Id, UnitRenamed Entry);

public static class RenameUnitHandler
{
    public static Decision Handle(RenameUnit command, Register register) =>
        Requirements.AcceptOfKnownUnit(register, command.Id, command.Entry);
}

public sealed record RecodeUnit(Guid Id, UnitRecoded Entry);

public static class RecodeUnitHandler
{
    public static Decision Handle(RecodeUnit command, Register register) =>
        Requirements.AcceptOfKnownUnit(register, command.Id, command.Entry);
}

public sealed record ChangeUnitLevel(Guid Id, UnitLevelChanged Entry);

public static class ChangeUnitLevelHandler
{
    public static Decision Handle(ChangeUnitLevel command, Register register) =>
        Requirements.AcceptOfKnownUnit(register, command.Id, command.Entry);
}
