using System.Runtime.Versioning;

// What is measured must not compete with the next test, and every test has a server of its own to kill.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: SupportedOSPlatform("linux")]
