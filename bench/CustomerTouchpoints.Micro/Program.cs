using BenchmarkDotNet.Running;
using CustomerTouchpoints.Micro;

BenchmarkSwitcher
    .FromTypes([typeof(Deciding), typeof(Rendering)])
    .Run(args.Length == 0 ? ["--filter", "*", "--job", "short", "--inProcess"] : args);
