namespace CustomerTouchpoints.Email.Headers;

/// <summary>The shape of BCP 47 language tags: parts of 1 to 8 letters and digits, the first one letters, 35 characters in all.</summary>
internal static class LanguageTag
{
    private const int MaxLength = 35;

    public static bool IsWellFormed(string tag)
    {
        string[] parts = tag.Split('-');
        return tag.Length <= MaxLength
            && parts[0].All(char.IsAsciiLetter)
            && parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }

    public static string? Checked(string? tag) =>
        tag is null || IsWellFormed(tag) ? tag : throw new ArgumentException("The language is no BCP 47 tag, like fr-CA.", nameof(tag));
}
