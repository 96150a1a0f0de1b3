using Ntm.Domain.Recording;

namespace Ntm.Domain.Recognition;

public sealed record DeclareDebt(Guid Id, DebtDeclared Entry);

public static class DeclareDebtHandler
{
    public static Decision Handle(DeclareDebt command, Register register) =>
        Requirements.AcceptOfKnownUnit(register, command.Id, command.Entry);
}

public sealed record SurveySatisfaction(Guid Id, SatisfactionSurveyed Entry);

public static class SurveySatisfactionHandler
{
    public static Decision Handle(SurveySatisfaction command, Register register) =>
        Requirements.AcceptOfKnownUnit(register, command.Id, command.Entry);
}
