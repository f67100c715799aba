using MailKit;
using MailKit.Net.Smtp;

namespace CustomerTouchpoints.Email.Smtp;

/// <summary>
/// Breaks off a connection on which the server says far more than any answer has: MailKit would keep all of it in memory.
/// </summary>
/// <remarks>Used by one connection. It writes no log, and secrets do not come to it.</remarks>
internal sealed class AnswerBound : IProtocolLogger
{
    private const int Most = 64 * 1024;
    private int said;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri) => said = 0;

    public void LogClient(byte[] buffer, int offset, int count) => said = 0;

    public void LogServer(byte[] buffer, int offset, int count)
    {
        said += count;
        if (said > Most)
        {
            throw new SmtpProtocolException($"The server's answer is longer than {Most} bytes.");
        }
    }

    public void Dispose() { }
}
