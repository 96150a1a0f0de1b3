using System.Runtime.Versioning;
using Ntm.Testing;

// Memory is measured: nothing runs beside it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(TestCluster))]
[assembly: SupportedOSPlatform("linux")]
