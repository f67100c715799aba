using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace CustomerTouchpoints.Messages;

/// <summary>Reads from configuration what its binder can't: texts by culture, forms by channel, words.</summary>
[RequiresUnreferencedCode("Binds options by reflection.")]
[RequiresDynamicCode("Binds options by reflection.")]
internal static class ConfiguredMessages
{
    private const string TextKey = "Text";

    public static void Fill(IConfiguration section, BrandOptions brand)
    {
        brand.LegalLine = TextOf(section.GetSection(nameof(BrandOptions.LegalLine))) ?? brand.LegalLine;
        Fill(section.GetSection(nameof(BrandOptions.Contact)), brand.Contact);
        foreach (IConfigurationSection topic in section.GetSection(nameof(BrandOptions.Topics)).GetChildren())
        {
            // Anew: within a dictionary, the binder leaves out what it can't read.
            var contact = new ContactOptions();
            topic.Bind(contact);
            Fill(topic, contact);
            brand.Topics[topic.Key] = contact;
        }
    }

    public static void Fill(IConfiguration section, MessageOptions messages)
    {
        foreach (IConfigurationSection form in section.GetSection(nameof(MessageOptions.Forms)).GetChildren())
        {
            messages.Forms[ChannelOf(form)] =
                Enum.TryParse(form.Value, ignoreCase: true, out MessageForm named) && Enum.IsDefined(named)
                    ? named
                    : throw new InvalidOperationException(
                        $"\"{form.Value}\" at '{form.Path}' is no form of messages. Write one of "
                            + $"{string.Join(", ", Enum.GetNames<MessageForm>())}."
                    );
        }

        foreach (IConfigurationSection culture in section.GetSection(nameof(MessageOptions.Words)).GetChildren())
        {
            messages.AddWords(culture.Key, culture.GetChildren().ToDictionary(word => word.Key, word => word.Value ?? ""));
        }
    }

    /// <summary>The channel that a section is named after. Configuration knows no capitals, and channels have none.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public static Channel ChannelOf(IConfigurationSection section)
    {
#pragma warning disable CA1308 // A channel's name is lower case by its grammar.
        return new Channel(section.Key.ToLowerInvariant());
#pragma warning restore CA1308
    }

    private static void Fill(IConfiguration section, ContactOptions contact) =>
        contact.OpeningHours = TextOf(section.GetSection(nameof(ContactOptions.OpeningHours))) ?? contact.OpeningHours;

    /// <summary>A text for all cultures, or one under <c>Text</c> beside those of cultures under their tags.</summary>
    private static LocalizedText? TextOf(IConfigurationSection section)
    {
        if (!section.Exists())
        {
            return null;
        }

        var text = new LocalizedText(
            section.Value
                ?? section[TextKey]
                ?? throw new InvalidOperationException(
                    $"'{section.Path}' has no text for cultures without their own. Write it under '{section.Path}:{TextKey}'."
                )
        );
        foreach (
            IConfigurationSection culture in section
                .GetChildren()
                .Where(child => !child.Key.Equals(TextKey, StringComparison.OrdinalIgnoreCase))
        )
        {
            text.Add(culture.Key, culture.Value ?? "");
        }

        return text;
    }
}
