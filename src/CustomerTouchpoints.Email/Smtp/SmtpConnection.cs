using System.Net;
using System.Net.Mail;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>A client of the runtime, which keeps its connection open from one message to the next.</summary>
/// <remarks>Used by one message at a time.</remarks>
internal sealed class SmtpConnection(SmtpOptions options) : IDisposable
{
    public SmtpClient Client { get; } =
        new(options.Host, options.Port)
        {
            EnableSsl = options.RequireTls,
            Credentials = options.UserName is null ? null : new NetworkCredential(options.UserName, options.Password),
        };

    /// <summary>When it was last given back; null while it is new.</summary>
    public DateTimeOffset? IdleSince { get; set; }

    /// <summary>Says goodbye and closes, or breaks off what is being sent.</summary>
    public void Dispose() => Client.Dispose();
}
