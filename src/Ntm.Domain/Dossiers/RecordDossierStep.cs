using Ntm.Domain.Dossiers.Rules;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;

namespace Ntm.Domain.Dossiers;

public sealed record RecordDossierStep(Guid Id, DossierStep Entry);

public static class RecordDossierStepHandler
{
    /// <summary>What an issued document says happened, whatever rule it broke. Only a step prepared in the system is held to the rules.</summary>
    public static Decision Handle(RecordDossierStep command, Judging judging)
    {
        var (id, entry) = command;
        var refusals = new List<Refusal>();
        refusals.RequireUnit(judging.Register, entry.Unit);
        if (entry.Basis is null && refusals.Count == 0)
            refusals.AddRange(Judge(entry, judging).Where(irregularity => irregularity.Refuses).Select(RefusalOf));
        return Decision.Of(refusals, id, entry);
    }

    private static IReadOnlyList<Irregularity> Judge(DossierStep entry, Judging judging)
    {
        var (register, knownAt) = (judging.Register, judging.Register.Sequence);
        var facts = new StepFacts(register, judging.Catalog, entry.Unit, knownAt, judging.GroundsIn?.Invoke(register));
        return DossierRules.Judge(JudgedStep.Of(entry, knownAt + 1, register.DossiersOf(entry.Unit).Of(entry.Dossier), knownAt, facts, judging.Today));
    }

    private static Refusal RefusalOf(Irregularity irregularity)
    {
        var citation = irregularity.Citation is { } cited ? $" ({cited})" : "";
        return new Refusal(irregularity.Code, null, irregularity.Message.Vietnamese + citation, irregularity.Message.English + citation);
    }
}
