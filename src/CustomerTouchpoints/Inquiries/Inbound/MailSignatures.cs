using System.Text.RegularExpressions;

namespace CustomerTouchpoints.Inquiries.Inbound;

/// <summary>
/// Signatures: what stands below a line of two hyphens, and what phones and mail programs say of themselves. A greeting and a name are the
/// writer's own words.
/// </summary>
/// <remarks>Pure.</remarks>
internal static partial class MailSignatures
{
    /// <summary>How many lines may follow what a program says of itself, for it to be a signature.</summary>
    private const int MostBelow = 3;

    private const int LongestLine = 200;

    /// <summary>Strikes out signatures in what is new.</summary>
    public static void Strike(string[] lines, bool[] isNew)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            // What quotes strike out ends a signature: who writes below a quote signs there.
            if (isNew[i] && (IsHyphens(lines[i]) || IsOfProgram(lines, isNew, i)))
            {
                for (int below = i; below < lines.Length && isNew[below]; below++)
                {
                    isNew[below] = false;
                }
            }
        }
    }

    private static bool IsHyphens(string line) => line is "-- " or "--" or "—" or "-- \u00a0" or "--\u00a0";

    private static bool IsOfProgram(string[] lines, bool[] isNew, int place) =>
        lines[place].Length <= LongestLine
        && Program().IsMatch(lines[place].Trim())
        && Enumerable
            .Range(place + 1, lines.Length - place - 1)
            .TakeWhile(below => isNew[below])
            .Count(below => lines[below].AsSpan().Trim().Length > 0) <= MostBelow;

    [GeneratedRegex(
        @"^[-_*\s]*(sent from (my|outlook|mail|yahoo|proton|samsung|the all-new)\b.*|sent (with|via|using) \S.*|get outlook for \S.*"
            + @"|(von meine[mr]|gesendet von( meine[mr])?|gesendet mit|von \S+ gesendet"
            + @"|diese nachricht wurde von meinem)\b.*|outlook für \S+ (beziehen|herunterladen).*"
            + @"|envoyé (de mon|depuis( mon)?|à partir de|avec)\b.*|(télécharger|obtenir|obtenez|téléchargez) outlook pour\b.*"
            + @"|inviato (da|dal mio|con)\b.*|(scarica|ottieni) outlook per\b.*|questo messaggio è stato inviato dal\b.*"
            + @"|enviado (desde|do meu|a partir do|con|com)\b.*|obtener outlook para\b.*|obter o? ?outlook para\b.*"
            + @"|verstuurd vanaf\b.*|verzonden (met|vanaf)\b.*|outlook voor \S+ downloaden.*"
            + @"|skickat från\b.*|hämta outlook för\b.*|sendt fra\b.*|hent outlook (til|for)\b.*|lähetetty \S.*"
            + @"|wysłan[eo] z\b.*|pobierz aplikację outlook.*|odesláno z\b.*|получить outlook для\b.*|отправлено (с|из)\b.*"
            + @"|надіслано з\b.*"
            + @"|(få|skaff deg|hanki) outlook for\b.*|wysłan[eo] za pomocą\b.*|trimis de pe\b.*|στάλθηκε από\b.*|\S+(ról|ről) küldve.*"
            + @"|获取 outlook for.*|取得 outlook for.*|outlook for \S+ ?を入手.*|\S+용 outlook 다운로드.*"
            + @"|iphone ?(から送信|에서 보냄).*|发自我的.*|從我的.*|\S+ ?'?(dan|den|imden) gönderildi)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Program();
}
