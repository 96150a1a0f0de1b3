using System.Runtime.Versioning;
using Ntm.Testing;

[assembly: AssemblyFixture(typeof(TestCluster))]
[assembly: SupportedOSPlatform("linux")]
