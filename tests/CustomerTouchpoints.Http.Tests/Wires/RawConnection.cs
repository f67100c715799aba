using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CustomerTouchpoints.Http.Tests.Wires;

/// <summary>One connection of a <see cref="RawServer"/>, byte by byte.</summary>
internal sealed class RawConnection(TcpClient client)
{
    private readonly NetworkStream stream = client.GetStream();

    /// <summary>Reads up to the empty line after the headers.</summary>
    public async Task<string> ReadHeadersAsync()
    {
        var text = new StringBuilder();
        byte[] one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                throw new IOException("The client has gone.");
            }

            text.Append((char)one[0]);
        }

        return text.ToString();
    }

    /// <summary>Reads a whole request.</summary>
    public async Task<RawRequest> ReadAsync()
    {
        string headers = await ReadHeadersAsync();
        string? length = RawRequest.HeaderOf(headers, "Content-Length");
        byte[] body = new byte[int.Parse(length ?? "0", CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return new RawRequest(headers, body);
    }

    public async Task WriteAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Answers as servers do.</summary>
    public Task AnswerAsync(string status, string headers = "", string body = "") =>
        WriteAsync($"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Close();
    }

    public void Close() => client.Close();
}
