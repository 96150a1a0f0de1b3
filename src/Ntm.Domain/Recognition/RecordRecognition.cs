using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Recognition;

public sealed record GrantRecognition(Guid Id, RecognitionGranted Entry);

public static class GrantRecognitionHandler
{
    public static Decision Handle(GrantRecognition command, Register register)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}

public sealed record DeclareDebt(Guid Id, DebtDeclared Entry);

public static class DeclareDebtHandler
{
    public static Decision Handle(DeclareDebt command, Register register)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}

public sealed record SurveySatisfaction(Guid Id, SatisfactionSurveyed Entry);

public static class SurveySatisfactionHandler
{
    public static Decision Handle(SurveySatisfaction command, Register register)
    {
        var refusals = new List<Refusal>();
        refusals.RequireUnit(register, command.Entry.Unit);
        return Decision.Of(refusals, command.Id, command.Entry);
    }
}
