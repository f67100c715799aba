using System.Security.Cryptography;
using System.Text;
using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Email.Attachments;

namespace ShopWeb.Shop;

/// <summary>
/// Keeps each mail as it leaves, for the dashboard: the library keeps none. The place where a host adds files to a mail sees each before it
/// leaves.
/// </summary>
internal static class Copies
{
    public static Func<OutgoingMessage, CancellationToken, ValueTask<IReadOnlyList<EmailAttachment>>> KeepIn(string folder) =>
        async (message, cancellationToken) =>
        {
            if (message.Content.Html is { } html)
            {
                await File.WriteAllTextAsync(FileOf(folder, message.Touchpoint), html, cancellationToken);
            }

            return [];
        };

    public static async Task<string?> FindAsync(string folder, TouchpointId touchpoint, CancellationToken cancellationToken)
    {
        string file = FileOf(folder, touchpoint);
        return File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : null;
    }

    private static string FileOf(string folder, TouchpointId touchpoint) =>
        Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(touchpoint.ToString())))}.html");
}
