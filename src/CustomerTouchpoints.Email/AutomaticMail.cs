namespace CustomerTouchpoints.Email;

/// <summary>Tells mail that a machine sent from mail that a person wrote, so that two machines don't answer each other.</summary>
/// <remarks>
/// By RFC 3834 and the marks that are in use beside it. Our own mails are among what it recognises: each says
/// <c>Auto-Submitted: auto-generated</c>. A host that answers inbound mail asks here first. Pure; safe to call from many threads.
/// </remarks>
public static class AutomaticMail
{
    private static readonly string[] Marks =
    [
        "X-Autoreply",
        "X-Auto-Reply",
        "X-Autorespond",
        "X-Auto-Response-Suppress",
        "List-Id",
        "List-Unsubscribe",
    ];

    private static readonly string[] Precedences = ["bulk", "junk", "list", "auto_reply"];

    /// <summary>Whether a message is automatic: an answering machine's, a delivery report, a list's, or one of ours.</summary>
    /// <param name="headers">
    /// The message's header fields, names in any case, values unfolded. <c>Return-Path</c> should be among them: a mail without a return
    /// path is never answered.
    /// </param>
    /// <returns>True when no machine should answer it.</returns>
    public static bool IsAutomatic(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers.Any(header => IsMark(header.Key, Keyword(header.Value), header.Value));
    }

    private static bool IsMark(string name, string keyword, string value) =>
        Is(name, "Auto-Submitted") ? !Is(keyword, "no")
        : Is(name, "Precedence") ? Precedences.Contains(keyword, StringComparer.OrdinalIgnoreCase)
        : Is(name, "Return-Path") ? value.Trim() is "<>"
        : Is(name, "Content-Type") ? Is(keyword, "multipart/report")
        : Marks.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands before parameters and comments.</summary>
    private static string Keyword(string value) => value.Split(';', '(')[0].Trim();

    private static bool Is(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
