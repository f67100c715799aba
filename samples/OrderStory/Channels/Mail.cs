using System.Net;
using CustomerTouchpoints;
using Microsoft.Extensions.DependencyInjection;

namespace OrderStory.Channels;

/// <summary>The way of the mails: to a server, or into a folder.</summary>
internal static class Mail
{
    public static TouchpointsBuilder AddMail(this TouchpointsBuilder touchpoints, DnsEndPoint? server, string folder) =>
        server is null
            ? touchpoints.AddEmailDropFolder(folder)
            : touchpoints.AddSmtpEmail(smtp =>
            {
                smtp.Host = server.Host;
                smtp.Port = server.Port;
                smtp.RequireTls = server.Host is not ("localhost" or "127.0.0.1" or "::1");
            });
}
