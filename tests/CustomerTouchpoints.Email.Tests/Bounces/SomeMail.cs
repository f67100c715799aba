using System.Text;
using MimeKit;

namespace CustomerTouchpoints.Email.Tests.Bounces;

/// <summary>Mails of the folder, and of a text.</summary>
internal static class SomeMail
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Bounces", "Mails");

    public static MimeMessage Read(string name) => MimeMessage.Load(Path.Combine(Folder, $"{name}.eml"));

    public static MimeMessage Of(string text) => MimeMessage.Load(Bytes(text));

    public static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>A bounce in Postfix's shape, of the message with a token.</summary>
    public static string Bounce(string to, string token, string status = "5.1.1", string words = "User unknown") =>
        File.ReadAllText(Path.Combine(Folder, "postfix-user-unknown.eml"))
            .Replace("To: hello@lumen.example", $"To: {to}", StringComparison.Ordinal)
            .Replace("5.1.1", status, StringComparison.Ordinal)
            .Replace("User unknown", words, StringComparison.Ordinal)
            .Replace(Some.Token, token, StringComparison.Ordinal);
}
