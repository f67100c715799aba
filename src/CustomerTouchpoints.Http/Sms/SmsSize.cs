using System.Buffers;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>
/// How long a text is as a text message: the parts that the network makes of it, and that are paid for. Counted by 3GPP TS 23.038 without
/// national shift tables, which few networks take.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
/// <param name="Segments">How many parts; 1 for an empty text.</param>
/// <param name="IsUnicode">
/// Whether it goes out as UCS-2 because of a character that the SMS alphabet lacks; a part then has room for 70 units instead of 160.
/// </param>
/// <param name="Units">Septets, or 16-bit units where it is Unicode.</param>
public sealed record SmsSize(int Segments, bool IsUnicode, int Units)
{
    private const int Septets = 160;
    private const int SeptetsOfSeveral = 153;
    private const int Ucs2 = 70;
    private const int Ucs2OfSeveral = 67;

    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà"
    );

    private static readonly SearchValues<char> Extension = SearchValues.Create("\f^{}\\[~]|€");

    /// <summary>Counts a text.</summary>
    public static SmsSize Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool unicode = text.Any(c => !Basic.Contains(c) && !Extension.Contains(c));
        int units = 0;
        for (int i = 0; i < text.Length; i++)
        {
            units += UnitsAt(text, ref i, unicode);
        }

        if (units <= (unicode ? Ucs2 : Septets))
        {
            return new SmsSize(1, unicode, units);
        }

        // What takes two units is never cut in two: a part that has room for one only stays shorter.
        int room = unicode ? Ucs2OfSeveral : SeptetsOfSeveral;
        int segments = 1;
        int used = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int each = UnitsAt(text, ref i, unicode);
            if (used + each > room)
            {
                segments++;
                used = 0;
            }

            used += each;
        }

        return new SmsSize(segments, unicode, units);
    }

    /// <summary>How many units the character at a place takes; the place moves to its last char.</summary>
    private static int UnitsAt(string text, ref int place, bool unicode)
    {
        if (!unicode)
        {
            return Extension.Contains(text[place]) ? 2 : 1;
        }

        bool isPair = place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]);
        place += isPair ? 1 : 0;
        return isPair ? 2 : 1;
    }
}
