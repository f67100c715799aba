using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Email.Tests.Reading;

/// <summary>Reads one mailbox of RFC 5322: an address, or a phrase and an address in angle brackets.</summary>
internal static partial class MailboxText
{
    public static (string? Name, string Address) Read(string value)
    {
        Match named = Named().Match(value);
        string address = named.Success ? named.Groups["address"].Value : value;
        StrictMail.Demand(Address().IsMatch(address), "one address");
        if (!named.Success)
        {
            return (null, address);
        }

        string phrase = named.Groups["phrase"].Value;
        if (phrase.StartsWith('"'))
        {
            StrictMail.Demand(Quoted().IsMatch(phrase), "a quoted string");
            return (Escape().Replace(phrase[1..^1], "$1"), address);
        }

        StrictMail.Demand(Atoms().IsMatch(phrase), "a phrase of atoms");
        return (EncodedText.Decode(phrase), address);
    }

    [GeneratedRegex("^(?<phrase>.+?) +<(?<address>[^<>]*)>$", RegexOptions.Singleline)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+|""(?:[ !#-\[\]-~]|\\[ -~])+"")@(?:[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|\[[0-9A-Za-z:.]+\])$"
    )]
    private static partial Regex Address();

    [GeneratedRegex(@"^""(?:[ !#-\[\]-~]|\\[ -~])*""$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( +[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$")]
    private static partial Regex Atoms();
}
