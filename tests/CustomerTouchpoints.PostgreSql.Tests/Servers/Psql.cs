using System.Diagnostics;

namespace CustomerTouchpoints.PostgreSql.Tests.Servers;

/// <summary>An administrator who runs printed scripts on the shared server.</summary>
internal static class Psql
{
    public static void Run(string script)
    {
        using Process psql = Process.Start(
            new ProcessStartInfo(
                "psql",
                ["-q", "-h", "127.0.0.1", "-p", $"{SharedCluster.Server.Port}", "-U", "touchpoints", "-d", "postgres", "-f", "-"]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        psql.StandardInput.Write(script);
        psql.StandardInput.Close();
        string errors = psql.StandardError.ReadToEnd();
        psql.WaitForExit();
        Assert.That(psql.ExitCode, Is.Zero, errors);
    }
}
