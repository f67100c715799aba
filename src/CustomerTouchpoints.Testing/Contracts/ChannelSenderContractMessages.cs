using System.Globalization;
using System.Text;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Testing.Contracts;

/// <summary>The messages that the contract of senders is checked with.</summary>
internal sealed class ChannelSenderContractMessages(string address, Channel channel)
{
    /// <summary>What no address, name or subject may hold, and what to call it.</summary>
    public static IReadOnlyList<(string Bad, string What)> Forbidden { get; } =
    [
        ("\r\n", "CR LF"),
        ("\r", "a lone CR"),
        ("\n", "a lone LF"),
        ("\r\nBcc: thief@evil.example", "a smuggled header"),
        ("\0", "NUL"),
        ("\t", "TAB"),
        ("\u001b", "ESC"),
        ("\u007f", "DEL"),
        ("\u0085", "NEL of C1"),
        ("\u009b", "CSI of C1"),
        ("\ud83d", "a lone high surrogate"),
        ("\udce6", "a lone low surrogate"),
    ];

    /// <summary>A message without anything special.</summary>
    public OutgoingMessage Plain(int number) =>
        new()
        {
            Touchpoint = new TouchpointId(new JourneyId("order", $"contract-{number}"), "order-shipped", "1", "buyer", channel),
            MessageId = number.ToString("x32", CultureInfo.InvariantCulture),
            ThreadId = number.ToString("x32", CultureInfo.InvariantCulture).Replace('0', 'f'),
            Attempt = 1,
            Channel = channel,
            Customer = new CustomerId($"customer-{number}"),
            Address = address,
            Name = "Ana Silva",
            Culture = "en",
            Category = Category.Transactional,
            At = new DateTimeOffset(2026, 3, 29, 0, 30, 0, TimeSpan.Zero),
            Content = new MessageContent
            {
                Subject = "Your parcel is on its way",
                Text = "Hello Ana,\n\nyour parcel is on its way.\n",
                Html = "<html><body><p>Hello Ana,</p><p>your parcel is on its way.</p></body></html>",
                From = new MessageAddress("hello@lumen.example", "Lumen Cameras"),
                ReplyTo = new MessageAddress("help@lumen.example"),
            },
        };

    /// <summary>A message in many scripts, with emoji and lines far over what a channel can carry on one line.</summary>
    public OutgoingMessage Demanding(int number)
    {
        const string Scripts = "Grüße, Žofie 👩‍👩‍👧 注文は発送されました — طلبك في الطريق 🎁 ";
        string longLine = new StringBuilder().Insert(0, Scripts, 60).Append('x', 3000).ToString();
        OutgoingMessage plain = Plain(number);
        return plain with
        {
            Name = "Žofie “Zoë” Müller-Übermaß 山田 🎈",
            Content = plain.Content with
            {
                Subject = string.Concat(Enumerable.Repeat(Scripts, 4)),
                Text = $"{longLine}\n.\r\n\nFrom here on\n{longLine}",
                Html = $"<html><body><p>{longLine}</p></body></html>",
            },
        };
    }
}
