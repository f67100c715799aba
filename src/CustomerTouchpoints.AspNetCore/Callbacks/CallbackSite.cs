using System.Buffers;
using CustomerTouchpoints.Delivery;
using CustomerTouchpoints.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CustomerTouchpoints.AspNetCore.Callbacks;

/// <summary>Takes in what providers report: a bounded body, a signature, and then the receipts.</summary>
/// <param name="touchpoints">The library.</param>
/// <param name="outside">Where providers find us, as scheme and host; null as the request says it.</param>
/// <param name="time">The time.</param>
/// <param name="logger">The log.</param>
/// <remarks>Thread-safe.</remarks>
internal sealed class CallbackSite(ICustomerTouchpoints touchpoints, Uri? outside, TimeProvider time, ILogger logger)
{
    private const int LongestBody = 64 * 1024;
    private const int MostFields = 256;
    private const string FormType = "application/x-www-form-urlencoded";

    private readonly RequestRate refusals = new(1, time);

    public async Task AnswerAsync(HttpContext http, ICallback callback)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            http.Response.StatusCode = await TakeAsync(http, callback).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            http.Response.StatusCode = exception.StatusCode;
        }
        catch (InvalidDataException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or TouchpointsBusyException or InvalidOperationException)
        {
            CallbackLog.NotTaken(logger, callback.Name, exception.GetType().Name);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<int> TakeAsync(HttpContext http, ICallback callback)
    {
        byte[] body = await ReadAsync(http).ConfigureAwait(false);
        if (callback.Read(RequestOf(http.Request, body)) is not { } receipts)
        {
            if (refusals.Allows(callback.Name))
            {
                CallbackLog.Refused(logger, callback.Name);
            }

            return StatusCodes.Status403Forbidden;
        }

        foreach (Receipt receipt in receipts)
        {
            try
            {
                await touchpoints.ReportReceiptAsync(receipt, http.RequestAborted).ConfigureAwait(false);
            }
            catch (ArgumentException exception)
            {
                // Sent again, it would be no better.
                CallbackLog.LeftOut(logger, callback.Name, exception.GetType().Name);
            }
        }

        return StatusCodes.Status204NoContent;
    }

    private CallbackRequest RequestOf(HttpRequest request, byte[] body) =>
        new()
        {
            Url = UrlOf(request),
            Body = body,
            Fields = FieldsOf(request, body),
            Headers = request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
        };

    /// <summary>The address outside. What a request says of its host is believed only where nobody has said better.</summary>
    private string UrlOf(HttpRequest request)
    {
        string host = outside?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
        return host + request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
    }

    private static List<KeyValuePair<string, string>> FieldsOf(HttpRequest request, byte[] body)
    {
        var fields = new List<KeyValuePair<string, string>>();
        if (IsForm(request))
        {
            using var reader = new FormReader(System.Text.Encoding.UTF8.GetString(body)) { ValueCountLimit = MostFields };
            foreach ((string name, StringValues values) in reader.ReadForm())
            {
                fields.AddRange(values.Select(value => KeyValuePair.Create(name, value ?? "")));
            }
        }
        else if (body.Length == 0)
        {
            foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(request.QueryString.Value))
            {
                fields.Add(KeyValuePair.Create(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
            }
        }

        return fields.Count <= MostFields ? fields : throw new InvalidDataException("There are too many fields.");
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase);

    /// <summary>The body's bytes, as they came.</summary>
    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LongestBody)
        {
            throw TooLong();
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = LongestBody;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(LongestBody + 1);
        try
        {
            int length = await http
                .Request.Body.ReadAtLeastAsync(
                    buffer.AsMemory(0, LongestBody + 1),
                    LongestBody + 1,
                    throwOnEndOfStream: false,
                    http.RequestAborted
                )
                .ConfigureAwait(false);
            return length <= LongestBody ? buffer[..length] : throw TooLong();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static BadHttpRequestException TooLong() => new("The body is too long.", StatusCodes.Status413PayloadTooLarge);
}
