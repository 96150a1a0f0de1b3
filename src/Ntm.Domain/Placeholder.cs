namespace Ntm.Domain;

internal static class Placeholder;
