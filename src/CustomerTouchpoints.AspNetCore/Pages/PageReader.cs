using System.Globalization;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Who reads a page: the customer of its link, as the library knows them.</summary>
/// <param name="Customer">What is known of them; null for a customer nobody has heard of.</param>
/// <param name="Culture">The culture to write in: theirs, else the browser's, else the default.</param>
/// <param name="Zone">Their zone; null where it is not known.</param>
internal sealed record PageReader(CustomerView? Customer, CultureInfo Culture, string? Zone)
{
    private const int MostLanguages = 8;

    /// <summary>Whether they were erased, and nothing may be shown of them any more.</summary>
    public bool IsErased => Customer?.ErasedAt is not null;

    /// <summary>A reader of whom nothing is known but their browser's languages.</summary>
    public static PageReader Unknown(HttpRequest request, BrandVoice voice) => new(null, voice.CultureOf(Languages(request)), null);

    public static PageReader Of(CustomerView? customer, HttpRequest request, BrandVoice voice) =>
        new(customer, voice.CultureOf([customer?.Traits?.Culture, .. Languages(request)]), customer?.Traits?.TimeZone);

    private static string?[] Languages(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? given)
            ? [.. given.Take(MostLanguages).OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value)]
            : [];
}
