namespace CustomerTouchpoints.Messages.Formatting;

/// <summary>How many decimals a currency's amounts have, by ISO 4217.</summary>
/// <remarks>Not by the runtime's cultures: those follow CLDR, which writes some currencies as shops round them.</remarks>
internal static class CurrencyUnits
{
    /// <summary>The decimals of a currency; two where its code is not one of the exceptions.</summary>
    public static int DecimalsOf(string currency) =>
        currency switch
        {
            "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" => 0,
            "XAF" or "XOF" or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            "CLF" or "UYW" => 4,
            _ => 2,
        };
}
