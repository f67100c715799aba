namespace CustomerTouchpoints.Email.Smtp;

/// <summary>Which runtimes have a <c>System.Net.Mail</c> without known holes.</summary>
internal static class MailRuntime
{
    /// <summary>
    /// The first patch after the advisories on <c>System.Net.Mail</c> in .NET 10: CVE-2026-32178 (commands and headers injected by an
    /// address, fixed in 10.0.6) and CVE-2026-50659 (messages spoofed on their way, fixed in July 2026 by 10.0.10).
    /// </summary>
    private static readonly Version FirstSafe = new(10, 0, 10);

    /// <summary>Why a runtime must not send mail, and the remedy; null when it may.</summary>
    public static string? Fault(Version runtime) =>
        runtime >= FirstSafe
            ? null
            : $"SMTP: .NET {runtime} has known holes in System.Net.Mail (CVE-2026-32178, CVE-2026-50659), by which a message could be "
                + $"forged. Install .NET {FirstSafe} or later, or send by a transport of your own (AddEmail).";
}
