using System.Text.RegularExpressions;
using CustomerTouchpoints.Delivery;

namespace CustomerTouchpoints.Email.Bounces;

/// <summary>
/// Whether an address does not work (hard), or may work again (soft). A full mailbox, a filter, a list of blocked senders, a loop, a time
/// that ran out say nothing of the address, also where the server calls them permanent.
/// </summary>
/// <remarks>Pure.</remarks>
internal static partial class BounceStrength
{
    /// <summary>Statuses by which the address itself is at fault.</summary>
    private static readonly string[] Addresses =
    [
        "5.1.0",
        "5.1.1",
        "5.1.2",
        "5.1.3",
        "5.1.4",
        "5.1.6",
        "5.1.9",
        "5.1.10",
        "5.2.1",
        "5.4.4",
        "5.4.310",
    ];

    /// <summary>Judges a report.</summary>
    /// <param name="status">The status; null where there is none.</param>
    /// <param name="words">What the server said.</param>
    /// <param name="isFinal">Whether the report says that it is given up.</param>
    public static ReceiptKind Of(string? status, string words, bool isFinal)
    {
        if (!isFinal || status is ['4', ..])
        {
            return ReceiptKind.SoftBounced;
        }

        bool isOfAddress = status is not null && Addresses.Contains(status);
        bool saysNoSuch = NoSuchAddress().IsMatch(words);
        if (isOfAddress && saysNoSuch)
        {
            return ReceiptKind.HardBounced;
        }

        // Words before codes: servers have favourite codes, and say with them whatever it is.
        bool isHard =
            !Passing().IsMatch(words)
            && (saysNoSuch || isOfAddress || (status is not null && StatusCode.IsVague(status) && status[0] == '5'));
        return isHard ? ReceiptKind.HardBounced : ReceiptKind.SoftBounced;
    }

    [GeneratedRegex(
        @"\b(over ?quota|quota|mailbox (is )?(full|too large)|full mailbox|mailbox size limit|storage (limit|allocation)"
            + @"|insufficient (system )?storage"
            + @"|out of storage|disk full|too large|size limit|exceeds? .{0,40}(size|limit)|message size"
            + @"|spam|junk|blacklist\w*|blocklist\w*|block list|blocked using|dnsbl|rbl|spamhaus|reputation|greylist\w*"
            + @"|graylist\w*|virus|malware"
            + @"|content (rejected|filter)|policy|dmarc|dkim|spf|not authori[sz]ed|authentication required"
            + @"|relay(ing)? (denied|not permitted|access denied)"
            + @"|rate limit\w*|too many|try again|temporar\w+|timed? ?out|time-?out|expired|deferred|unable to connect"
            + @"|connection (refused|timed)"
            + @"|retry time not reached|retry timeout|loop|too many hops|hop count|excessive|load|postfach (ist )?voll|speicherplatz"
            + @"|boîte .{0,20}pleine|casella .{0,20}piena|buzón .{0,20}lleno|переполнен)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Passing();

    [GeneratedRegex(
        @"\b(user (is )?unknown|unknown (local )?(user|recipient|address|mailbox|account)|no such (user|recipient|mailbox"
            + @"|address|person|domain|account)"
            + @"|no mailbox|no account|not listed in|not (a )?(known|valid|our customer)|invalid (recipient|mailbox|address"
            + @"|user)|(does not|doesn'?t|did ?n[o']t) exist"
            + @"|non-?existent|user (was )?not found|recipient (address )?(was )?(rejected|not found|unknown)"
            + @"|recipientnotfound|address (was |couldn'?t be )?(not )?(found|rejected)"
            + @"|mailbox (is )?(unavailable|not found|disabled|inactive|unknown)|(account|user|mailbox|address) (has been "
            + @"|is |was )?(disabled|inactive|deleted|suspended|closed|deactivated|terminated|no longer)"
            + @"|no longer (available|valid|active|in use|works?|employed)|unrouteable (mail )?(address|domain)"
            + @"|host (or domain name )?not found|domain (name )?not found"
            + @"|nullmx|null mx|couldn'?t find any host|name or service not known|nxdomain"
            + @"|unbekannt\w*|existiert nicht|nicht gefunden|inconnue?|n['’]existe pas|sconosciut[oa]|non esiste|no existe"
            + @"|desconocid[oa]|не (существует|найден))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NoSuchAddress();
}
