using System.Globalization;
using System.Text;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Http.Tests;

/// <summary>Values of which a test cares about one property only.</summary>
internal static class Some
{
    public static readonly string Secret = "whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes("a secret of thirty-two bytes, 32"));

    public static readonly string OtherSecret =
        "whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes("another of thirty-two bytes, 32!"));

    public static readonly DateTimeOffset Now = new(2026, 3, 9, 16, 40, 5, TimeSpan.Zero);

    public static OutgoingMessage Message(string address, int number = 1, Channel? channel = null) =>
        new()
        {
            Touchpoint = TouchpointId.Parse($"order/{number}~order-shipped~1~buyer~{channel ?? "webhook"}"),
            MessageId = number.ToString("x32", CultureInfo.InvariantCulture),
            ThreadId = new string('f', 32),
            Attempt = 1,
            Channel = channel ?? "webhook",
            Customer = "ana",
            Address = address,
            Name = "Ana Silva",
            Culture = "it-IT",
            Category = Category.Transactional,
            At = Now,
            Content = new MessageContent { Subject = "Il pacco è partito", Text = "Ciao Ana, il pacco è partito." },
        };
}
