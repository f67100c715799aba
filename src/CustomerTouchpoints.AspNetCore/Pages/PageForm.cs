using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Reads what a customer has filled in, within bounds.</summary>
internal static class PageForm
{
    private const int ShortestBound = 8 * 1024;
    private const int LongestValue = 256;

    /// <summary>What a character takes at most in a form, as three bytes that are escaped.</summary>
    private const int BytesPerCharacter = 9;

    /// <summary>The form; null when it is none.</summary>
    /// <param name="http">The request.</param>
    /// <param name="longestText">The longest text that it has, in characters; a line break may come as two.</param>
    /// <exception cref="BadHttpRequestException">It is too long.</exception>
    /// <exception cref="InvalidDataException">A part of it is too long, or there are too many.</exception>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http, int longestText)
    {
        int longest = 2 * longestText * BytesPerCharacter;
        int bound = ShortestBound + longest;
        if (http.Request.ContentLength > bound)
        {
            throw new BadHttpRequestException("The form is too long.", StatusCodes.Status413PayloadTooLarge);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = bound;
        }

        var form = new FormFeature(
            http.Request,
            new FormOptions
            {
                BufferBodyLengthLimit = bound,
                MultipartBodyLengthLimit = bound,
                ValueCountLimit = 16,
                KeyLengthLimit = 64,
                ValueLengthLimit = Math.Max(LongestValue, longest),
                MultipartHeadersCountLimit = 8,
                MultipartHeadersLengthLimit = 1024,
            }
        );
        return form.HasFormContentType ? await form.ReadFormAsync(http.RequestAborted).ConfigureAwait(false) : null;
    }

    /// <summary>What was written into a field, with line breaks of one character each; empty where nothing was.</summary>
    public static string TextOf(IFormCollection form, string field) =>
        form[field].ToString().ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim();
}
